/** The forms that the door offers: the first account, signing in, or a further account. */
import { useState } from "preact/hooks";
import type { SessionInfo } from "./session_api";
import type { Credentials, SignInOutcome } from "./sign_in";
import { SignInForm } from "./sign_in_form";

interface DoorFormsProps {
  signUp: SessionInfo["sign_up"];
  email: string;
  onEntered: (entered: SignInOutcome, entry: Credentials) => void;
}

/** Show the form that fits, and the way to the other one where there is one. */
export function SignInForms({ signUp, email, onEntered }: DoorFormsProps) {
  const isFirst = signUp === "first";
  const [isSigningUp, setSigningUp] = useState(isFirst);
  const creating = isFirst ? "Create the first account" : "Create an account";
  return (
    <>
      <h1>{isSigningUp ? creating : "Sign in"}</h1>
      <p class="soft">{sayWhy(isFirst, isSigningUp)}</p>
      <SignInForm
        key={`${isSigningUp}`}
        way={isSigningUp ? "sign-up" : "sign-in"}
        needsInvite={isSigningUp && signUp === "invite"}
        email={email}
        submitWords={isSigningUp ? "Create the account" : "Sign in"}
        onEntered={onEntered}
      />
      {signUp === "closed" ? (
        <p class="soft small">This server takes no new accounts.</p>
      ) : (
        <button type="button" class="button quiet" onClick={() => setSigningUp(!isSigningUp)}>
          {isSigningUp ? "I have an account" : creating}
        </button>
      )}
    </>
  );
}

function sayWhy(isFirst: boolean, isSigningUp: boolean): string {
  if (isFirst && isSigningUp)
    return "This server is new. The first account belongs to whoever set it up.";
  return isSigningUp
    ? "What you captured on this device goes with you into the account."
    : "What you captured on this device goes up, and what you captured elsewhere comes here.";
}
