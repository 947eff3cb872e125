/** The forms to sign in, to create the first account, or to create another one. */
import { useState } from "preact/hooks";
import {
  type FormError,
  PASSWORD_HINT,
  signInRefusalText,
} from "../../components/credentials/refusal_words";
import { FormField } from "../../ui/form_field";
import { type Credentials, type SessionInfo, type SignInOutcome, signIn } from "./sign_in";

type OnDone = (done: Exclude<SignInOutcome, { outcome: "refused" }>, typed: Credentials) => void;

interface SignInFormsProps {
  signUp: SessionInfo["sign_up"];
  email: string;
  onDone: OnDone;
}

/** Show the form that fits, and a button to the other one if there is one. */
export function SignInForms({ signUp, email, onDone }: SignInFormsProps) {
  const isFirst = signUp === "first";
  const [isSigningUp, setSigningUp] = useState(isFirst);
  const create = isFirst ? "Create the first account" : "Create an account";
  return (
    <>
      <h1>{isSigningUp ? create : "Sign in"}</h1>
      <p class="soft">{explanation(isFirst, isSigningUp)}</p>
      <SignInForm
        key={`${isSigningUp}`}
        method={isSigningUp ? "sign-up" : "sign-in"}
        needsInvite={isSigningUp && signUp === "invite"}
        email={email}
        onDone={onDone}
      />
      {signUp === "closed" ? (
        <p class="soft small">This server doesn't accept new accounts.</p>
      ) : (
        <button type="button" class="button quiet" onClick={() => setSigningUp(!isSigningUp)}>
          {isSigningUp ? "I have an account" : create}
        </button>
      )}
    </>
  );
}

function explanation(isFirst: boolean, isSigningUp: boolean): string {
  if (isFirst && isSigningUp)
    return "This server is new. Whoever set it up creates the first account.";
  return isSigningUp
    ? "Your notes on this device move into the account."
    : "Your notes on this device sync with those on your other devices.";
}

interface SignInFormProps {
  method: Credentials["method"];
  needsInvite: boolean;
  email: string;
  onDone: OnDone;
}

function SignInForm({ method, needsInvite, email, onDone }: SignInFormProps) {
  const [refusal, setRefusal] = useState<FormError>();
  const [isBusy, setBusy] = useState(false);
  const isSigningUp = method === "sign-up";
  const problem = (field: FormError["field"]) =>
    refusal?.field === field ? refusal.words : undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = credentialsIn(event.currentTarget as HTMLFormElement, method);
    setRefusal(undefined);
    setBusy(true);
    const outcome = await signIn(typed);
    setBusy(false);
    if (outcome.outcome === "refused") setRefusal(signInRefusalText(outcome.refused));
    else onDone(outcome, typed);
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
        autocomplete={isSigningUp ? "new-password" : "current-password"}
        hint={isSigningUp ? PASSWORD_HINT : undefined}
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
      <button type="submit" class="button primary" disabled={isBusy}>
        {isBusy ? "One moment…" : isSigningUp ? "Create the account" : "Sign in"}
      </button>
    </form>
  );
}

function credentialsIn(form: HTMLFormElement, method: Credentials["method"]): Credentials {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  const invite = text("invite").trim();
  const typed = { method, email: text("email").trim(), password: text("password") };
  return invite ? { ...typed, invite } : typed;
}
