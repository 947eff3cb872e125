/** The whole app: the screen of the current path, in the one frame. */

import type { FunctionComponent } from "preact";
import { isServerReachable } from "./api";
import { FreshSignIn } from "./components/credentials/fresh_sign_in";
import { ServerRollbackLine } from "./components/sync_status/server_rollback_line";
import { StorageBanner } from "./components/sync_status/storage_banner";
import { SyncPromptBanner } from "./components/sync_status/sync_prompt_banner";
import { SyncStatus } from "./components/sync_status/sync_status";
import { type ScreenRoute, screenRoutes } from "./routes";
import { AccountNewsLine } from "./screens/account/deletion_notices";
import { listenForInstallEvent } from "./screens/account/install";
import { OwnerOnly } from "./screens/account/owner_only";
import { usePrivacyScreen } from "./screens/account/privacy_screen";
import { SessionBanner } from "./screens/account/session_banner";
import { useAppliedTheme } from "./screens/account/theme";
import { ReloadBanner } from "./service_worker/updates";
import { Empty } from "./ui/empty";
import { Frame } from "./ui/frame";
import { lazyScreen } from "./ui/lazy";
import { Link } from "./ui/link";
import { match, useRoute, useRouteTitle } from "./ui/router";

/** Each route with its screen; the note needs none, for its form is in index.html. */
const screens = screenRoutes.map((route) => ({ ...route, Screen: screenOf(route) }));
const barItems = screenRoutes.flatMap(({ path, title, bar }) =>
  bar ? [{ ...bar, path: path.replace("/*", ""), name: title }] : [],
);

listenForInstallEvent();

/** Show the screen of the current path in the frame. */
export function App() {
  useAppliedTheme();
  usePrivacyScreen();
  return (
    <>
      <Frame
        mark={<SyncStatus />}
        banners={
          <>
            <StorageBanner />
            <SyncPromptBanner />
            <ReloadBanner reason="new_version" />
            <ReloadBanner reason="sync_not_loaded" />
            <SessionBanner />
            <AccountNewsLine />
            <ServerRollbackLine />
          </>
        }
        barItems={barItems}
      >
        <OwnerOnly>
          <CurrentScreen />
        </OwnerOnly>
      </Frame>
      <FreshSignIn />
    </>
  );
}

function CurrentScreen() {
  const { path } = useRoute();
  const { title, Screen } = screens.find((screen) => match(screen.path, path)) ?? notFound;
  useRouteTitle(title, path);
  return <Screen />;
}

function screenOf({ load }: ScreenRoute): FunctionComponent {
  return load ? lazyScreen(load, isServerReachable) : () => null;
}

const notFound = { title: "Page not found", Screen: NotFound };

function NotFound() {
  return (
    <div class="pane">
      <h1 class="visually_hidden">Page not found</h1>
      <Empty title="Nothing grows here">
        <p class="soft">There is no page at this address.</p>
        <Link href="/" class="button">
          Go to Now
        </Link>
      </Empty>
    </div>
  );
}
