/** The calm word on every screen when the session has ended: nothing is lost, sign in again to sync. */
import { account } from "../../data/account";
import { syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { Link } from "../../ui/link";
import { useRoute } from "../../ui/router";

/** Show the banner while this device has an account but no session. */
export function SessionBanner() {
  const state = useLive(syncState, ["sync_state"], []).value?.state;
  const known = useLive(account, ["account"], []).value;
  const { path } = useRoute();
  if (state !== "signed_out" || !known || path === "/sign-in") return null;
  return (
    <div class="notice session_banner" role="status">
      <p>Sign in again to sync. Nothing is lost, and everything works meanwhile.</p>
      <Link href="/sign-in" class="button">
        Sign in
      </Link>
    </div>
  );
}
