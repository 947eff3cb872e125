/** The whole app on one screen: which path shows which screen, in the one frame. */

import { PutBackLine } from "./components/sync_status/server_rollback_line";
import { StorageBanner } from "./components/sync_status/storage_banner";
import { QuestionBanner } from "./components/sync_status/sync_prompt_banner";
import { HowSynced } from "./components/sync_status/sync_status";
import { useHidingInForce } from "./screens/account/hiding";
import { listenForInstallOffer } from "./screens/account/install";
import { OwnerOnly } from "./screens/account/owner_only";
import { SessionBanner } from "./screens/account/session_banner";
import { useThemeInForce } from "./screens/account/theme";
import { Empty } from "./ui/empty";
import { Frame } from "./ui/frame";
import { lazily } from "./ui/lazy";
import { Link } from "./ui/link";
import { match, useRoute } from "./ui/router";
import { useTitle } from "./ui/title";
import { UpdateBanner } from "./ui/update_banner";

const Now = lazily(async () => (await import("./screens/now/now_screen")).Now);
const Events = lazily(async () => (await import("./screens/events/event_desk")).EventDesk);
const People = lazily(async () => (await import("./screens/people/people_desk")).PeopleDesk);
const FollowUps = lazily(
  async () => (await import("./screens/follow_ups/follow_ups_desk")).FollowUpsDesk,
);
const Draft = lazily(async () => (await import("./screens/drafts/draft_screen")).DraftScreen);
const Account = lazily(
  async () => (await import("./screens/account/account_screen")).AccountScreen,
);
const History = lazily(
  async () => (await import("./screens/history/history_screen")).HistoryScreen,
);
const Deleted = lazily(
  async () => (await import("./screens/history/deleted_screen")).DeletedScreen,
);
const Talk = lazily(async () => (await import("./screens/listen/listen_screen")).TalkScreen);
const OwnCard = lazily(
  async () => (await import("./screens/my_card/my_card_screen")).OwnCardScreen,
);
const Scan = lazily(async () => (await import("./screens/my_card/scan_screen")).ScanScreen);
const Prompts = lazily(async () => (await import("./screens/listen/prompts_screen")).PromptsScreen);
const Recall = lazily(async () => (await import("./screens/recall/recall_screen")).RecallScreen);
const Garden = lazily(async () => (await import("./screens/garden/garden_screen")).GardenScreen);
const SignIn = lazily(async () => (await import("./screens/account/sign_in_screen")).SignInScreen);

listenForInstallOffer();

/** Show the screen of the path in its frame. */
export function App() {
  const { path } = useRoute();
  useThemeInForce();
  useHidingInForce();
  return (
    <Frame
      mark={<HowSynced />}
      banners={
        <>
          <StorageBanner />
          <QuestionBanner />
          <UpdateBanner />
          <SessionBanner />
          <PutBackLine />
        </>
      }
    >
      <OwnerOnly>
        <ScreenOf path={path} />
      </OwnerOnly>
    </Frame>
  );
}

function ScreenOf({ path }: { path: string }) {
  const [, first] = path.split("/");
  if (path === "/") return <Now />;
  if (first === "note") return <Note />;
  if (path === "/talk") return <Talk />;
  if (path === "/prompts") return <Prompts />;
  if (first === "events") return <Events />;
  if (first === "recall") return <Recall />;
  if (match("/people/:id/draft", path)) return <Draft />;
  if (first === "people") return <People />;
  if (first === "follow-ups") return <FollowUps />;
  if (path === "/garden") return <Garden />;
  if (first === "history") return <History />;
  if (first === "me") return <OwnCard />;
  if (path === "/scan") return <Scan />;
  if (path === "/deleted") return <Deleted />;
  if (path === "/account") return <Account />;
  if (path === "/sign-in") return <SignIn />;
  return <Nowhere />;
}

/** The card itself stands outside the frame, in index.html. */
function Note() {
  useTitle("Quick note");
  return null;
}

function Nowhere() {
  useTitle("Nothing here");
  return (
    <div class="pane">
      <h1 class="visually_hidden">Nothing here</h1>
      <Empty title="Nothing grows here">
        <p class="soft">This address leads nowhere in Earshot.</p>
        <Link href="/" class="button">
          Go to Now
        </Link>
      </Empty>
    </div>
  );
}
