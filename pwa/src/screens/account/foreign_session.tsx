/** What stands in place of every screen while the session in this browser is another account's. */
import { call } from "../../api";
import { account } from "../../data/account";
import { requestRound } from "../../data/device_state";
import { useLive } from "../../data/live";
import { go } from "../../ui/router";
import { OtherAccount } from "./other_account";
import type { SessionInfo } from "./session_api";
import { finishSignIn } from "./sign_in";

/** Offer to sign in as the account whose records lie here, or to remove them. */
export function ForeignSession() {
  const held = useLive(account, ["account"], []).value;
  if (!held) return null;
  return (
    <div class="pane">
      <OtherAccount held={held} signInAgain={signInAgain} afterRemoval={goOnAsTheOther} />
    </div>
  );
}

async function signInAgain(): Promise<void> {
  await call("POST", "/api/sign-out");
  go("/sign-in");
}

async function goOnAsTheOther(): Promise<void> {
  const answer = await call<SessionInfo>("GET", "/api/session");
  if (answer.ok && answer.body.signed_in) await finishSignIn(answer.body.signed_in);
  requestRound();
  go("/");
}
