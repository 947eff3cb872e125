/** The way out: names what would be lost, asks twice where something would be, and leaves nothing behind. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { wipeDevice } from "../../data/account";
import { requestRound } from "../../data/device_state";
import { useLive } from "../../data/live";
import { Confirm } from "../../ui/confirm";
import { Icon } from "../../ui/icons";
import { lossText, unsyncedLoss } from "./sign_out_loss";

type Step = "closed" | "asked" | "unreachable";

/** Let the person sign out of this device. */
export function SignOutSection() {
  const [step, setStep] = useState<Step>("closed");
  const loss = useLive(unsyncedLoss, ["outbox"], []).value;
  if (!loss) return null;
  const lost = lossText(loss);
  const leave = async () => {
    const answer = await call("POST", "/api/sign-out");
    if (answer.ok || answer.code === "signed_out") await leaveNothing();
    else setStep("unreachable");
  };
  return (
    <section class="card stack" aria-labelledby="sign_out">
      <h2 id="sign_out">Leave this device</h2>
      <p class="soft">Signing out removes everything from this device; the server keeps it.</p>
      {step === "closed" && (
        <button
          type="button"
          class="button warning"
          onClick={() => (lost ? setStep("asked") : leave())}
        >
          <Icon name="leave" />
          Sign out
        </button>
      )}
      {step === "asked" && <LossNotice lost={lost} leave={leave} stay={() => setStep("closed")} />}
      {step === "unreachable" && <UnreachableNotice lost={lost} stay={() => setStep("closed")} />}
    </section>
  );
}

interface LossNoticeProps {
  lost: string;
  leave: () => void;
  stay: () => void;
}

function LossNotice({ lost, leave, stay }: LossNoticeProps) {
  if (!lost) {
    return (
      <Confirm>
        <p>Everything has reached the server now. Nothing would be lost.</p>
        <button type="button" class="button primary" onClick={leave}>
          Sign out
        </button>
      </Confirm>
    );
  }
  return (
    <Confirm>
      <p>
        <b>These have not reached the server and would be lost:</b> {lost}.
      </p>
      <button type="button" class="button primary" onClick={requestRound}>
        Sync first
      </button>
      <button type="button" class="button warning" onClick={leave}>
        Sign out and lose them
      </button>
      <button type="button" class="button" onClick={stay}>
        Stay
      </button>
    </Confirm>
  );
}

function UnreachableNotice({ lost, stay }: { lost: string; stay: () => void }) {
  return (
    <Confirm>
      <p>
        The server cannot be reached, so it cannot end this session. You can remove everything from
        this device now; the session itself ends only when you open Earshot here with a network and
        end it, or when you end it from another device.
        {lost && (
          <>
            {" "}
            <b>This would be lost:</b> {lost}.
          </>
        )}
      </p>
      <button type="button" class="button warning" onClick={leaveNothing}>
        {lost ? "Remove everything and lose that" : "Remove everything here"}
      </button>
      <button type="button" class="button" onClick={stay}>
        Stay
      </button>
    </Confirm>
  );
}

/** The page is loaded anew, so that nothing stays in its memory or its workers' either. */
async function leaveNothing(): Promise<void> {
  await wipeDevice();
  location.assign("/");
}
