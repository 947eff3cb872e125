/** Deleting the account: says what goes and until when it can be kept, and asks for the e-mail. */
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api";
import { signInRefusalText } from "../../components/credentials/refusal_words";
import { type Account, noteAccountDeletion } from "../../data/account";
import { Dialog } from "../../ui/dialog";
import { FormField } from "../../ui/form_field";
import { Icon } from "../../ui/icons";
import { go } from "../../ui/router";
import { saveEverythingAsFile } from "./export_section";

/** Show the button that opens the dialog. */
export function DeleteAccountSection({ owner }: { owner: Account }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="card stack" aria-labelledby="delete_account">
      <h2 id="delete_account">Delete my account</h2>
      <p class="soft">For good, with everything in it. You can take it back for seven days.</p>
      <button type="button" class="button warning" onClick={() => setOpen(true)}>
        <Icon name="trash" />
        Delete my account…
      </button>
      {isOpen && (
        <Dialog title="Delete my account" closeLabel="Cancel" onClose={() => setOpen(false)}>
          <DeletionForm owner={owner} />
        </Dialog>
      )}
    </section>
  );
}

function DeletionForm({ owner }: { owner: Account }) {
  const [problem, setProblem] = useState<{ email?: string; other?: string }>({});
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget as HTMLFormElement).get("email")).trim();
    if (email.toLowerCase() !== owner.email)
      return setProblem({ email: "That isn't the e-mail of this account." });
    setProblem({});
    setBusy(true);
    const answer = await call<{ taken_back_until: string }>(
      "POST",
      "/api/account/erasure",
      { email },
      "to delete your account",
    );
    setBusy(false);
    if (answer.ok) {
      await noteAccountDeletion(answer.body.taken_back_until);
      go("/sign-in");
    } else if (answer.code !== "sign_in_again") {
      setProblem({ other: signInRefusalText(answer).words });
    }
  };
  return (
    <div class="stack">
      <WhatGoes />
      <button type="button" class="button" onClick={saveEverythingAsFile}>
        <Icon name="leave" />
        Export as JSON first
      </button>
      <form class="stack" onSubmit={submit}>
        <FormField
          name="email"
          label="Type your e-mail to confirm"
          type="email"
          autocomplete="off"
          problem={problem.email}
        />
        <p role="alert" class="form_problem">
          {problem.other}
        </p>
        <button type="submit" class="button warning" disabled={isBusy}>
          {isBusy ? "One moment…" : "Delete my account"}
        </button>
      </form>
    </div>
  );
}

/** Has the focus at first, so that it is read first. The server says for how long it keeps backups, if whoever runs it has said so. */
function WhatGoes() {
  const [backupDays, setBackupDays] = useState<number | null>(null);
  useEffect(() => {
    void call<{ backup_days: number | null }>("GET", "/api/account").then(
      (answer) => answer.ok && setBackupDays(answer.body.backup_days),
    );
  }, []);
  return (
    <ul class="stack" tabIndex={-1} autofocus>
      <li>
        <b>Now</b>, all your devices are signed out. Reminders stop, and your calendar address is
        deleted.
      </li>
      <li>
        <b>For seven days</b> you can keep the account: just sign in.
      </li>
      <li>
        <b>After that</b> the server deletes all notes, people, promises and events, with their
        history. Your devices are emptied when they next reach it.
      </li>
      <li>
        <b>Backups</b> of the server{" "}
        {backupDays
          ? `hold it for up to ${backupDays} more days.`
          : "may hold it for longer. Whoever runs the server can say for how long."}
      </li>
    </ul>
  );
}
