/** What is said when this device still holds the records of another account. */
import { useState } from "preact/hooks";
import type { Account } from "../../data/account";
import { wipeDevice } from "../../data/account";
import { useLive } from "../../data/live";
import { Confirm } from "../../ui/confirm";
import { countsText, unsyncedLoss } from "./sign_out_loss";

interface OtherAccountProps {
  held: Account;
  signInAgain: () => void;
  afterRemoval: () => void;
}

/** Explain, without showing anything of the records, and offer the two ways on. */
export function OtherAccount({ held, signInAgain, afterRemoval }: OtherAccountProps) {
  const [asked, setAsked] = useState(false);
  const lost = countsText(useLive(unsyncedLoss, ["outbox"], []).value ?? {});
  const remove = async () => {
    await wipeDevice();
    afterRemoval();
  };
  return (
    <section class="stack" aria-labelledby="other_account">
      <h1 id="other_account">This device belongs to another account</h1>
      <p>
        Here lie the records of <b>{held.email}</b>. They are shown to nobody else. Sign in as{" "}
        {held.email} again, or remove them from this device first.
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={signInAgain}>
          Sign in as {held.email}
        </button>
        {!asked && (
          <button type="button" class="button warning" onClick={() => setAsked(true)}>
            Remove them here…
          </button>
        )}
      </div>
      {asked && (
        <Confirm>
          <p>
            {lost
              ? `${lost} never reached the server and would be lost for good.`
              : "Everything has reached the server, so nothing would be lost."}
          </p>
          <button type="button" class="button warning" onClick={remove}>
            {lost ? "Remove them and lose that" : "Remove them"}
          </button>
          <button type="button" class="button" onClick={() => setAsked(false)}>
            Leave them
          </button>
        </Confirm>
      )}
    </section>
  );
}
