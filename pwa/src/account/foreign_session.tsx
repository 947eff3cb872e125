/** What stands in place of every screen while the session in this browser is another account's. */
import { call } from "../api";
import { account } from "../records/account";
import { useLive } from "../records/live";
import { wantRound } from "../records/standing";
import { go } from "../ui/route";
import type { Door } from "./door";
import { settleIn } from "./enter";
import { OtherAccount } from "./other_account";

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
  const answer = await call<Door>("GET", "/api/door");
  if (answer.ok && answer.body.signed_in) await settleIn(answer.body.signed_in);
  wantRound();
  go("/");
}
