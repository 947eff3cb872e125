/** The door: sign in, make an account, or go on with a session that this browser still has. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { type Account, account } from "../../data/account";
import { useLive } from "../../data/live";
import { Skeleton } from "../../ui/empty";
import { useTitle } from "../../ui/title";
import { OtherAccount } from "./other_account";
import { type Door, useDoor } from "./session_api";
import { type Entered, type Entry, enter, settleIn } from "./sign_in";
import { DoorForms } from "./sign_in_forms";
import { GoingUp } from "./upload_progress";
import "./account.css";

/** Show the way into an account, whatever state the door and this device are in. */
export function SignInScreen() {
  useTitle("Sign in");
  return (
    <div class="pane">
      <div class="stack door">
        <AtTheDoor />
      </div>
    </div>
  );
}

function AtTheDoor() {
  const [door, askAgain] = useDoor();
  const held = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const [entered, setEntered] = useState<Entered>();
  const [tried, setTried] = useState<Entry>();

  if (entered?.outcome === "in") return <GoingUp email={entered.account.email} />;
  if (entered?.outcome === "other_account") {
    const goOn = async () => setEntered(await afterRemoval(door as Door, tried));
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
        goOn={async (known) => setEntered(await settleIn(known))}
        end={askAgain}
      />
    );
  }
  return (
    <DoorForms
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
async function afterRemoval(door: Door, tried: Entry | undefined): Promise<Entered | undefined> {
  if (door.signed_in) return settleIn(door.signed_in);
  const entered = tried && (await enter(tried));
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
