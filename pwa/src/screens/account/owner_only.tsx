/** Hides all screens from anybody but the owner of the records on this device. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { isServerReachable } from "../../api";
import { account } from "../../data/account";
import { syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { lazyScreen } from "../../ui/lazy";
import { go, useRoute } from "../../ui/router";

const ForeignSession = lazyScreen(
  async () => (await import("./other_account")).ForeignSession,
  isServerReachable,
);

/** Show the screens, unless the session in this browser is another account's. */
export function OwnerOnly({ children }: { children: ComponentChildren }) {
  const { path } = useRoute();
  const state = useLive(syncState, ["sync_state"], []).value?.state;
  const owner = useLive(account, ["account"], []).value;
  const isForeign = state === "wrong_account" && owner !== undefined;
  useLayoutEffect(() => {
    // The note is outside the frame, and would show on its own path.
    if (isForeign && path.startsWith("/note")) go("/", { replace: true });
  }, [isForeign, path]);
  if (!isForeign || path === "/sign-in") return <>{children}</>;
  return <ForeignSession />;
}
