/** The form at the door: signing in, or making an account. */
import { useState } from "preact/hooks";
import { FormField } from "./form_field";
import { type Refusal, signInRefusalText } from "./refusal_words";
import { type Credentials, type SignInOutcome, signIn } from "./sign_in";

interface DoorFormProps {
  way: Credentials["way"];
  needsInvite: boolean;
  email: string;
  submitWords: string;
  onEntered: (entered: Exclude<SignInOutcome, { outcome: "refused" }>, entry: Credentials) => void;
}

/** Show the form; what is refused is said beside the field that is to blame. */
export function SignInForm({ way, needsInvite, email, submitWords, onEntered }: DoorFormProps) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const problem = (field: Refusal["field"]) =>
    refusal?.field === field ? refusal.words : undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const entry = entryOf(event.currentTarget as HTMLFormElement, way);
    setRefusal(undefined);
    setBusy(true);
    const entered = await signIn(entry);
    setBusy(false);
    if (entered.outcome === "refused") setRefusal(signInRefusalText(entered.code));
    else onEntered(entered, entry);
  };

  return (
    <form class="stack" onSubmit={submit}>
      <FormField
        name="email"
        label="E-mail"
        type="email"
        autocomplete="username"
        value={email}
        problem={problem("email")}
      />
      <FormField
        name="password"
        label="Password"
        type="password"
        autocomplete={way === "sign-up" ? "new-password" : "current-password"}
        hint={way === "sign-up" ? "At least 10 characters." : undefined}
        problem={problem("password")}
      />
      {needsInvite && (
        <FormField
          name="invite"
          label="Invite code"
          autocomplete="off"
          problem={problem("invite")}
        />
      )}
      <p role="alert" class="form_problem">
        {problem(null)}
      </p>
      <button type="submit" class="button primary" disabled={busy}>
        {busy ? "One moment…" : submitWords}
      </button>
    </form>
  );
}

function entryOf(form: HTMLFormElement, way: Credentials["way"]): Credentials {
  const typed = new FormData(form);
  const text = (name: string) => String(typed.get(name) ?? "");
  const invite = text("invite").trim();
  const entry = { way, email: text("email").trim(), password: text("password") };
  return invite ? { ...entry, invite } : entry;
}
