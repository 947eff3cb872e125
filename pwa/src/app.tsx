/** The whole app on one screen: which path shows which screen, in the one frame. */

import { ServerRollbackLine } from "./components/sync_status/server_rollback_line";
import { StorageBanner } from "./components/sync_status/storage_banner";
import { SyncPromptBanner } from "./components/sync_status/sync_prompt_banner";
import { SyncStatus } from "./components/sync_status/sync_status";
import { useHidingInForce } from "./screens/account/hiding";
import { listenForInstallOffer } from "./screens/account/install";
import { OwnerOnly } from "./screens/account/owner_only";
import { SessionBanner } from "./screens/account/session_banner";
import { useThemeInForce } from "./screens/account/theme";
import { Empty } from "./ui/empty";
import { Frame } from "./ui/frame";
import { lazyScreen } from "./ui/lazy";
import { Link } from "./ui/link";
import { match, useRoute } from "./ui/router";
import { useTitle } from "./ui/title";
import { UpdateBanner } from "./ui/update_banner";

const Now = lazyScreen(async () => (await import("./screens/now/now_screen")).NowScreen);
const Events = lazyScreen(
  async () => (await import("./screens/events/events_screen")).EventsScreen,
);
const People = lazyScreen(
  async () => (await import("./screens/people/people_screen")).PeopleScreen,
);
const FollowUps = lazyScreen(
  async () => (await import("./screens/follow_ups/follow_ups_screen")).FollowUpsScreen,
);
const Draft = lazyScreen(async () => (await import("./screens/drafts/draft_screen")).DraftScreen);
const Account = lazyScreen(
  async () => (await import("./screens/account/account_screen")).AccountScreen,
);
const History = lazyScreen(
  async () => (await import("./screens/history/history_screen")).HistoryScreen,
);
const Deleted = lazyScreen(
  async () => (await import("./screens/history/deleted_screen")).DeletedScreen,
);
const Talk = lazyScreen(async () => (await import("./screens/listen/listen_screen")).ListenScreen);
const OwnCard = lazyScreen(
  async () => (await import("./screens/my_card/my_card_screen")).MyCardScreen,
);
const Scan = lazyScreen(async () => (await import("./screens/my_card/scan_screen")).ScanScreen);
const Prompts = lazyScreen(
  async () => (await import("./screens/listen/prompts_screen")).PromptsScreen,
);
const Recall = lazyScreen(
  async () => (await import("./screens/recall/recall_screen")).RecallScreen,
);
const Garden = lazyScreen(
  async () => (await import("./screens/garden/garden_screen")).GardenScreen,
);
const SignIn = lazyScreen(
  async () => (await import("./screens/account/sign_in_screen")).SignInScreen,
);

listenForInstallOffer();

/** Show the screen of the path in its frame. */
export function App() {
  const { path } = useRoute();
  useThemeInForce();
  useHidingInForce();
  return (
    <Frame
      mark={<SyncStatus />}
      banners={
        <>
          <StorageBanner />
          <SyncPromptBanner />
          <UpdateBanner />
          <SessionBanner />
          <ServerRollbackLine />
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
