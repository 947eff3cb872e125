/** The whole app on one screen: which path shows which screen, in the one frame. */

import { useHidingInForce } from "./account/hiding";
import { listenForInstallOffer } from "./account/install";
import { OwnerOnly } from "./account/owner_only";
import { SessionBanner } from "./account/session_banner";
import { useThemeInForce } from "./account/theme";
import { HowSynced } from "./how_synced/how_synced";
import { PutBackLine } from "./how_synced/put_back_line";
import { QuestionBanner } from "./how_synced/question_banner";
import { StorageBanner } from "./how_synced/storage_banner";
import { Empty } from "./ui/empty";
import { Frame } from "./ui/frame";
import { lazily } from "./ui/lazy";
import { Link } from "./ui/link";
import { match, useRoute } from "./ui/route";
import { useTitle } from "./ui/title";
import { UpdateBanner } from "./ui/update_banner";

const Now = lazily(async () => (await import("./now/now")).Now);
const Events = lazily(async () => (await import("./event/event_desk")).EventDesk);
const People = lazily(async () => (await import("./people/people_desk")).PeopleDesk);
const FollowUps = lazily(async () => (await import("./follow_ups/follow_ups_desk")).FollowUpsDesk);
const Draft = lazily(async () => (await import("./drafts/draft_screen")).DraftScreen);
const Account = lazily(async () => (await import("./account/account_screen")).AccountScreen);
const History = lazily(async () => (await import("./history/history_screen")).HistoryScreen);
const Deleted = lazily(async () => (await import("./history/deleted_screen")).DeletedScreen);
const Talk = lazily(async () => (await import("./talk/talk_screen")).TalkScreen);
const OwnCard = lazily(async () => (await import("./qr/own_card_screen")).OwnCardScreen);
const Scan = lazily(async () => (await import("./qr/scan_screen")).ScanScreen);
const Prompts = lazily(async () => (await import("./talk/prompts_screen")).PromptsScreen);
const Recall = lazily(async () => (await import("./recall/recall_screen")).RecallScreen);
const Garden = lazily(async () => (await import("./garden/garden_screen")).GardenScreen);
const SignIn = lazily(async () => (await import("./account/sign_in_screen")).SignInScreen);

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
