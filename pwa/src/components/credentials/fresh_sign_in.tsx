/** Asks for the password again before something risky, and then lets it go on. */
import { useEffect, useState } from "preact/hooks";
import { call, confirmBeforeRiskyCalls } from "../../api";
import { account } from "../../data/account";
import { useLive } from "../../data/live";
import { Dialog } from "../../ui/dialog";
import { FormField } from "../../ui/form_field";
import { type FormError, proofRefusalText } from "./refusal_words";

interface Waiting {
  purpose: string;
  settle: (isConfirmed: boolean) => void;
}

/** The place where the dialog appears; rendered once, beside the frame. */
export function FreshSignIn() {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  useEffect(() => {
    confirmBeforeRiskyCalls(
      (purpose) =>
        new Promise((settle) => setWaiting((others) => [...others, { purpose, settle }])),
    );
  }, []);
  const [first] = waiting;
  if (!first) return null;
  const close = (isConfirmed: boolean) => {
    for (const { settle } of waiting) settle(isConfirmed);
    setWaiting([]);
  };
  return (
    <Dialog title="Enter your password" closeLabel="Cancel" onClose={() => close(false)}>
      <PasswordForm purpose={first.purpose} onConfirmed={() => close(true)} />
    </Dialog>
  );
}

interface PasswordFormProps {
  purpose: string;
  onConfirmed: () => void;
}

function PasswordForm({ purpose, onConfirmed }: PasswordFormProps) {
  const [refusal, setRefusal] = useState<FormError>();
  const [isBusy, setBusy] = useState(false);
  const email = useLive(async () => (await account())?.email ?? "", ["account"], []).value;
  const problem = (field: FormError["field"]) =>
    refusal?.field === field ? refusal.words : undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget as HTMLFormElement).get("password");
    setRefusal(undefined);
    setBusy(true);
    const answer = await call("POST", "/api/account/confirm", { password });
    setBusy(false);
    if (answer.ok) onConfirmed();
    else setRefusal(proofRefusalText(answer));
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p>
        It is needed <b>{purpose}</b>, so that nobody else can do this on an unlocked device.
      </p>
      <input type="text" autocomplete="username" value={email ?? ""} readOnly hidden />
      <FormField
        name="password"
        label="Password"
        type="password"
        autocomplete="current-password"
        problem={problem("password")}
      />
      <p role="alert" class="form_problem">
        {problem(null)}
      </p>
      <button type="submit" class="button primary" disabled={isBusy}>
        {isBusy ? "One moment…" : "Continue"}
      </button>
    </form>
  );
}
