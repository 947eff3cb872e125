/** Signing in and up: who has a session in this browser, the server's answer, and whose device this becomes. */
import { useEffect, useState } from "preact/hooks";
import { type Answer, call, type Offline, type Refusal } from "../../api";
import { type Account, account, claimDevice } from "../../data/account";
import { noteAccountKept } from "../../data/device_state";
import { askToPersist } from "../../data/persistence";

/** The session of this browser, and whether accounts can be created. */
export interface SessionInfo {
  signed_in: Account | null;
  sign_up: "first" | "open" | "invite" | "closed";
  setup_code_needed: boolean;
  /** Whether the account that was signed in here is deleted unless its user signs in. */
  to_be_erased: boolean;
}

/** What was typed into the form. */
export interface Credentials {
  method: "sign-in" | "sign-up";
  email: string;
  password: string;
  invite?: string;
  setup_code?: string;
}

interface SignedIn {
  account: Account;
  erasure_taken_back: boolean;
}

export type SignInOutcome =
  | { outcome: "signed_in"; account: Account }
  | { outcome: "refused"; refused: Refusal | Offline }
  | { outcome: "other_account"; owner: Account };

/** Read the session of this browser from the server; returns it, and what reads it again. */
export function useSessionInfo(): ["loading" | "unreachable" | SessionInfo, () => void] {
  const [session, setSession] = useState<"loading" | "unreachable" | SessionInfo>("loading");
  const load = async () => {
    setSession("loading");
    const answer = await call<SessionInfo>("GET", "/api/session");
    setSession(answer.ok ? answer.body : "unreachable");
  };
  useEffect(() => void load(), []);
  return [session, load];
}

/** Sign in or up. While this device holds another account's records, nothing is sent. */
export async function signIn({ method, ...form }: Credentials): Promise<SignInOutcome> {
  const owner = await account();
  if (owner && !isSameEmail(owner.email, form.email)) return { outcome: "other_account", owner };
  const answer: Answer<SignedIn> = await call("POST", `/api/${method}`, form);
  if (!answer.ok) return { outcome: "refused", refused: answer };
  const outcome = await finishSignIn(answer.body.account);
  if (answer.body.erasure_taken_back) await noteAccountKept();
  return outcome;
}

/** Make this device the account's that has a session in this browser. */
export async function finishSignIn(signedIn: Account): Promise<SignInOutcome> {
  const owner = await account();
  if (!(await claimDevice(signedIn)) && owner) return { outcome: "other_account", owner };
  void askToPersist();
  return { outcome: "signed_in", account: signedIn };
}

function isSameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
