/** The banner on every screen after the session has ended. */
import { useEffect } from "preact/hooks";
import { call } from "../../api";
import { account } from "../../data/account";
import { accountDeletedAfter, forgetAccountDeletion, syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { Link } from "../../ui/link";
import { useRoute } from "../../ui/router";
import { deletionText } from "./deletion_notices";
import type { SessionInfo } from "./sign_in";

/** Ask to sign in again while this device has an account but no session. */
export function SessionBanner() {
  const state = useLive(syncState, ["sync_state"], []).value?.state;
  const known = useLive(account, ["account"], []).value;
  const until = useLive(accountDeletedAfter, ["account"], []).value;
  const { path } = useRoute();
  useEffect(() => {
    if (until) void forgetIfKept();
  }, [until, path]);
  if (state !== "signed_out" || !known || path === "/sign-in") return null;
  return (
    <div class="notice session_banner" role="status">
      <p>
        {until
          ? `${deletionText(until, new Date())} Sign in before then to keep it.`
          : "You've been signed out. Sign in again to sync; nothing is lost."}
      </p>
      <Link href="/sign-in" class="button">
        Sign in
      </Link>
    </div>
  );
}

/** Somebody may have signed in on another device, which keeps the account. */
async function forgetIfKept(): Promise<void> {
  const answer = await call<SessionInfo>("GET", "/api/session");
  if (answer.ok && answer.body.to_be_erased === false) await forgetAccountDeletion();
}
