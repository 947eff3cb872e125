/** The sign-in screen: sign in, create an account, or continue with a session that this browser still has. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { type Account, account } from "../../data/account";
import { useLive } from "../../data/live";
import { Skeleton } from "../../ui/empty";
import { OtherAccount } from "./other_account";
import {
  type Credentials,
  finishSignIn,
  type SessionInfo,
  type SignInOutcome,
  signIn,
  useSessionInfo,
} from "./sign_in";
import { SignInForms } from "./sign_in_form";
import { FirstSync } from "./sync_section";
import "./account.css";

/** Show what fits the session of this browser and the owner of this device. */
export function SignInScreen() {
  return (
    <div class="pane">
      <div class="stack sign_in">
        <SignInSteps />
      </div>
    </div>
  );
}

function SignInSteps() {
  const [session, reload] = useSessionInfo();
  const owner = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const [outcome, setOutcome] = useState<SignInOutcome>();
  const [typed, setTyped] = useState<Credentials>();

  if (outcome?.outcome === "signed_in") return <FirstSync email={outcome.account.email} />;
  if (outcome?.outcome === "other_account") {
    const proceed = async () => setOutcome(await afterRemoval(session as SessionInfo, typed));
    const signInAgain = async () => {
      await call("POST", "/api/sign-out");
      setOutcome(undefined);
      reload();
    };
    return <OtherAccount owner={outcome.owner} signInAgain={signInAgain} afterRemoval={proceed} />;
  }
  if (session === "loading" || owner === undefined) return <Skeleton />;
  if (session === "unreachable") return <Unreachable tryAgain={reload} />;
  if (session.signed_in) {
    const proceed = async (known: Account) => setOutcome(await finishSignIn(known));
    return <StillSignedIn account={session.signed_in} proceed={proceed} onSignOut={reload} />;
  }
  return (
    <SignInForms
      session={session}
      email={owner?.email ?? ""}
      onDone={(result, credentials) => {
        setTyped(credentials);
        setOutcome(result);
      }}
    />
  );
}

/** After the other account's records are removed, try again what was typed before. */
async function afterRemoval(
  session: SessionInfo,
  typed: Credentials | undefined,
): Promise<SignInOutcome | undefined> {
  if (session.signed_in) return finishSignIn(session.signed_in);
  const outcome = typed && (await signIn(typed));
  return outcome?.outcome === "refused" ? undefined : outcome;
}

function Unreachable({ tryAgain }: { tryAgain: () => void }) {
  return (
    <>
      <h1>Sign in</h1>
      <div class="notice" role="status">
        <p>
          The server can't be reached right now. Everything else works: your notes are saved on this
          device and sync after you sign in.
        </p>
        <button type="button" class="button" onClick={tryAgain}>
          Try again
        </button>
      </div>
    </>
  );
}

interface StillSignedInProps {
  account: Account;
  proceed: (account: Account) => void;
  onSignOut: () => void;
}

function StillSignedIn({ account: known, proceed, onSignOut }: StillSignedInProps) {
  const signOut = async () => {
    await call("POST", "/api/sign-out");
    onSignOut();
  };
  return (
    <>
      <h1>Welcome back</h1>
      <p>
        This browser is still signed in as <b>{known.email}</b>.
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => proceed(known)}>
          Continue as {known.email}
        </button>
        <button type="button" class="button" onClick={signOut}>
          Sign out
        </button>
      </div>
    </>
  );
}
