/** What is shown while this device still holds the records of another account. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { type Account, account, wipeDevice } from "../../data/account";
import { requestRound } from "../../data/device_state";
import { useLive } from "../../data/live";
import { Confirm } from "../../ui/dialog";
import { go } from "../../ui/router";
import { finishSignIn, type SessionInfo } from "./sign_in";
import { countsText, unsyncedLoss } from "./sign_out_loss";

interface OtherAccountProps {
  owner: Account;
  signInAgain: () => void;
  afterRemoval: () => void;
}

/** Explain, without showing any record, and offer to sign in as the owner or to remove the records. */
export function OtherAccount({ owner, signInAgain, afterRemoval }: OtherAccountProps) {
  const [isConfirming, setConfirming] = useState(false);
  const lost = countsText(useLive(unsyncedLoss, ["outbox"], []).value ?? {});
  const remove = async () => {
    await wipeDevice();
    afterRemoval();
  };
  return (
    <section class="stack" aria-labelledby="other_account">
      <h1 id="other_account">This device is in use by another account</h1>
      <p>
        The notes here belong to <b>{owner.email}</b>, and nobody else can see them. Sign in as{" "}
        {owner.email}, or remove them from this device first.
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={signInAgain}>
          Sign in as {owner.email}
        </button>
        {!isConfirming && (
          <button type="button" class="button warning" onClick={() => setConfirming(true)}>
            Remove them from this device…
          </button>
        )}
      </div>
      {isConfirming && (
        <Confirm>
          <p>
            {lost
              ? `${lost} never synced and would be lost for good.`
              : "Everything is synced, so nothing would be lost."}
          </p>
          <button type="button" class="button warning" onClick={remove}>
            {lost ? "Remove and lose them" : "Remove them"}
          </button>
          <button type="button" class="button" onClick={() => setConfirming(false)}>
            Keep them
          </button>
        </Confirm>
      )}
    </section>
  );
}

/** Take the place of every screen while the session in this browser is another account's. */
export function ForeignSession() {
  const owner = useLive(account, ["account"], []).value;
  if (!owner) return null;
  return (
    <div class="pane">
      <OtherAccount owner={owner} signInAgain={signInAgain} afterRemoval={continueWithSession} />
    </div>
  );
}

async function signInAgain(): Promise<void> {
  await call("POST", "/api/sign-out");
  go("/sign-in");
}

async function continueWithSession(): Promise<void> {
  const answer = await call<SessionInfo>("GET", "/api/session");
  if (answer.ok && answer.body.signed_in) await finishSignIn(answer.body.signed_in);
  requestRound();
  go("/");
}
