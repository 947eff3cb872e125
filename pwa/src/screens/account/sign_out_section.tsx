/** Signing out: lists what would be lost, asks again if anything would be, and removes everything. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { wipeDevice } from "../../data/account";
import { requestRound, syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { countHeldBack } from "../../data/queries";
import type { SyncState } from "../../data/types";
import { Confirm } from "../../ui/dialog";
import { Icon } from "../../ui/icons";
import { saveEverythingAsFile } from "./export_section";
import { lossText, unsyncedLoss } from "./sign_out_loss";
import { obstacleText } from "./sync_section";

type Step = "closed" | "confirming" | "unreachable";

/** Show the button that signs out, and what it asks first. */
export function SignOutSection() {
  const [step, setStep] = useState<Step>("closed");
  const loss = useLive(unsyncedLoss, ["outbox"], []).value;
  if (!loss) return null;
  const lost = lossText(loss);
  const signOut = async () => {
    const answer = await call("POST", "/api/sign-out");
    if (answer.ok || ["signed_out", "account_erased"].includes(answer.code))
      await removeEverything();
    else setStep("unreachable");
  };
  return (
    <section class="card stack" aria-labelledby="sign_out">
      <h2 id="sign_out">Sign out</h2>
      <p class="soft">
        This removes everything from this device. What is synced stays on the server.
      </p>
      {step === "closed" && (
        <button
          type="button"
          class="button warning"
          onClick={() => (lost ? setStep("confirming") : signOut())}
        >
          <Icon name="leave" />
          Sign out
        </button>
      )}
      {step === "confirming" && (
        <LossNotice lost={lost} signOut={signOut} cancel={() => setStep("closed")} />
      )}
      {step === "unreachable" && <UnreachableNotice lost={lost} cancel={() => setStep("closed")} />}
    </section>
  );
}

interface LossNoticeProps {
  lost: string;
  signOut: () => void;
  cancel: () => void;
}

function LossNotice({ lost, signOut, cancel }: LossNoticeProps) {
  if (!lost) {
    return (
      <Confirm>
        <p>Everything is synced now, so nothing would be lost.</p>
        <button type="button" class="button primary" onClick={signOut}>
          Sign out
        </button>
      </Confirm>
    );
  }
  return (
    <Confirm>
      <p>
        <b>These aren't synced and would be lost:</b> {lost}.
      </p>
      <SyncFirst />
      <button type="button" class="button warning" onClick={signOut}>
        Sign out and lose them
      </button>
      <button type="button" class="button" onClick={cancel}>
        Cancel
      </button>
    </Confirm>
  );
}

/** Sync, and say why something is left if so: by now the state of sync is another one than when it was asked for. */
function SyncFirst() {
  const state = useLive(syncState, ["sync_state"], []).value;
  const heldBack = useLive(countHeldBack, ["outbox", "sync_state"], []).value ?? 0;
  const [before, setBefore] = useState<SyncState>();
  const sync = () => {
    setBefore(state);
    requestRound();
  };
  const isSyncing = before !== undefined && before === state;
  return (
    <>
      {before && state && !isSyncing && (
        <>
          <p>{obstacleText(state, heldBack)}</p>
          <button type="button" class="button" onClick={saveEverythingAsFile}>
            Export as JSON
          </button>
        </>
      )}
      <button type="button" class="button primary" onClick={sync}>
        {isSyncing ? "Syncing…" : "Sync first"}
      </button>
    </>
  );
}

function UnreachableNotice({ lost, cancel }: { lost: string; cancel: () => void }) {
  return (
    <Confirm>
      <p>
        The server can't be reached. You can remove everything from this device now; this browser is
        signed out at the server as soon as it is reached, before anyone can go on here. If you give
        the device away before that, sign it out from another device too.
        {lost && (
          <>
            {" "}
            <b>These would be lost:</b> {lost}.
          </>
        )}
      </p>
      <button
        type="button"
        class="button warning"
        onClick={() => removeEverything({ signOutLater: true })}
      >
        {lost ? "Remove everything and lose them" : "Remove everything"}
      </button>
      <button type="button" class="button" onClick={cancel}>
        Cancel
      </button>
    </Confirm>
  );
}

/** Reload the page too, so that nothing stays in its memory or in its workers. */
async function removeEverything({ signOutLater = false } = {}): Promise<void> {
  await wipeDevice({ signOutLater });
  location.assign("/");
}
