/** Shows the screens only to whom they belong: another account's session never sees the records here. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { isServerReachable } from "../../api";
import { account } from "../../data/account";
import { syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { lazyScreen } from "../../ui/lazy";
import { go, useRoute } from "../../ui/router";

const ForeignSession = lazyScreen(
  async () => (await import("./foreign_session")).ForeignSession,
  isServerReachable,
);

/** Show the screens, unless the session in this browser is another account's. */
export function OwnerOnly({ children }: { children: ComponentChildren }) {
  const { path } = useRoute();
  const state = useLive(syncState, ["sync_state"], []).value?.state;
  const held = useLive(account, ["account"], []).value;
  const isForeign = state === "wrong_account" && held !== undefined;
  useLayoutEffect(() => {
    // The card stands outside the frame, and would show on its own path.
    if (isForeign && path.startsWith("/note")) go("/", { replace: true });
  }, [isForeign, path]);
  if (!isForeign || path === "/sign-in") return <>{children}</>;
  return <ForeignSession />;
}
