/** The door: sign in, make an account, or go on with a session that this browser still has. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { type Account, account } from "../../data/account";
import { useLive } from "../../data/live";
import { Skeleton } from "../../ui/empty";
import { OtherAccount } from "./other_account";
import { type SessionInfo, useSessionInfo } from "./session_api";
import { type Credentials, finishSignIn, type SignInOutcome, signIn } from "./sign_in";
import { SignInForms } from "./sign_in_forms";
import { UploadProgress } from "./upload_progress";
import "./account.css";

/** Show the way into an account, whatever state the door and this device are in. */
export function SignInScreen() {
  return (
    <div class="pane">
      <div class="stack door">
        <AtTheDoor />
      </div>
    </div>
  );
}

function AtTheDoor() {
  const [door, askAgain] = useSessionInfo();
  const held = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const [entered, setEntered] = useState<SignInOutcome>();
  const [tried, setTried] = useState<Credentials>();

  if (entered?.outcome === "in") return <UploadProgress email={entered.account.email} />;
  if (entered?.outcome === "other_account") {
    const goOn = async () => setEntered(await afterRemoval(door as SessionInfo, tried));
    const back = async () => {
      await call("POST", "/api/sign-out");
      setEntered(undefined);
      askAgain();
    };
    return <OtherAccount held={entered.held} signInAgain={back} afterRemoval={goOn} />;
  }
  if (door === "asking" || held === undefined) return <Skeleton />;
  if (door === "unreachable") return <Unreachable askAgain={askAgain} />;
  if (door.signed_in) {
    return (
      <StillSignedIn
        account={door.signed_in}
        goOn={async (known) => setEntered(await finishSignIn(known))}
        end={askAgain}
      />
    );
  }
  return (
    <SignInForms
      signUp={door.sign_up}
      email={held?.email ?? ""}
      onEntered={(result, entry) => {
        setTried(entry);
        setEntered(result);
      }}
    />
  );
}

/** After the other account's records are gone, what was tried is tried again. */
async function afterRemoval(
  door: SessionInfo,
  tried: Credentials | undefined,
): Promise<SignInOutcome | undefined> {
  if (door.signed_in) return finishSignIn(door.signed_in);
  const entered = tried && (await signIn(tried));
  return entered?.outcome === "refused" ? undefined : entered;
}

function Unreachable({ askAgain }: { askAgain: () => void }) {
  return (
    <>
      <h1>Sign in</h1>
      <div class="notice" role="status">
        <p>
          Signing in needs the server, and it cannot be reached now. Everything else works: what you
          capture is kept on this device and goes up after you have signed in.
        </p>
        <button type="button" class="button" onClick={askAgain}>
          Try again
        </button>
      </div>
    </>
  );
}

interface StillSignedInProps {
  account: Account;
  goOn: (account: Account) => void;
  end: () => void;
}

function StillSignedIn({ account: known, goOn, end }: StillSignedInProps) {
  const signOut = async () => {
    await call("POST", "/api/sign-out");
    end();
  };
  return (
    <>
      <h1>Welcome back</h1>
      <p>
        This browser still has a session of <b>{known.email}</b>.
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => goOn(known)}>
          Go on as {known.email}
        </button>
        <button type="button" class="button" onClick={signOut}>
          End that session
        </button>
      </div>
    </>
  );
}
