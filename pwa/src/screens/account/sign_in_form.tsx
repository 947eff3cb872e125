/** The forms to sign in, to create the first account, or to create another one. */
import { useState } from "preact/hooks";
import {
  type FormError,
  PASSWORD_HINT,
  signInRefusalText,
} from "../../components/credentials/refusal_words";
import { FormField } from "../../ui/form_field";
import { DeletionNotice } from "./deletion_notices";
import { type Credentials, type SessionInfo, type SignInOutcome, signIn } from "./sign_in";

type OnDone = (done: Exclude<SignInOutcome, { outcome: "refused" }>, typed: Credentials) => void;

interface SignInFormsProps {
  session: SessionInfo;
  email: string;
  onDone: OnDone;
}

/** Show the form that fits, and a button to the other one if there is one. */
export function SignInForms({ session, email, onDone }: SignInFormsProps) {
  const signUp = session.sign_up;
  const isFirst = signUp === "first";
  const [isSigningUp, setSigningUp] = useState(isFirst);
  const create = isFirst ? "Create the first account" : "Create an account";
  return (
    <>
      <h1>{isSigningUp ? create : "Sign in"}</h1>
      <DeletionNotice isToBeErased={session.to_be_erased} />
      <p class="soft">{explanation(isFirst, isSigningUp)}</p>
      <SignInForm
        key={`${isSigningUp}`}
        method={isSigningUp ? "sign-up" : "sign-in"}
        code={isSigningUp ? codeNeeded(session) : undefined}
        email={email}
        onDone={onDone}
      />
      {!isSigningUp && (
        <p class="soft small">
          Forgotten your password? Whoever runs this server can set a new one.
        </p>
      )}
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

/** A code that is asked for beside e-mail and password, by the name of its field. */
type CodeField = "invite" | "setup_code";

const CODES: Record<CodeField, { label: string; hint?: string }> = {
  invite: { label: "Invite code" },
  setup_code: { label: "Set-up code", hint: "The server prints it when it starts." },
};

function codeNeeded(session: SessionInfo): CodeField | undefined {
  if (session.setup_code_needed) return "setup_code";
  return session.sign_up === "invite" ? "invite" : undefined;
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
  code: CodeField | undefined;
  email: string;
  onDone: OnDone;
}

function SignInForm({ method, code, email, onDone }: SignInFormProps) {
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
      {code && (
        <FormField name={code} {...CODES[code]} autocomplete="off" problem={problem(code)} />
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
  const typed = { method, email: text("email").trim(), password: text("password") };
  const codes = (["invite", "setup_code"] as const)
    .map((name) => [name, text(name).trim()])
    .filter(([, code]) => code);
  return { ...typed, ...Object.fromEntries(codes) };
}
