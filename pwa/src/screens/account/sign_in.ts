/** The steps of getting in: whose records lie here, the server's yes, and this device's belonging to the account. */
import { type Answer, call } from "../../api";
import { type Account, account, claimDevice } from "../../data/account";
import type { Code } from "../../data/kinds.gen";
import { askToPersist } from "../../data/persistence";

export interface Credentials {
  way: "sign-in" | "sign-up";
  email: string;
  password: string;
  invite?: string;
}

export type SignInOutcome =
  | { outcome: "in"; account: Account }
  | { outcome: "refused"; code: Code | "offline" }
  | { outcome: "other_account"; held: Account };

/** Try to get in. Where another account's records lie on this device, nothing is sent before they are gone. */
export async function signIn({ way, ...form }: Credentials): Promise<SignInOutcome> {
  const held = await account();
  if (held && !isSameEmail(held.email, form.email)) return { outcome: "other_account", held };
  const answer: Answer<{ account: Account }> = await call("POST", `/api/${way}`, form);
  if (!answer.ok) return { outcome: "refused", code: answer.code };
  return finishSignIn(answer.body.account);
}

/** Let this device belong to an account that has a session in this browser. */
export async function finishSignIn(signedIn: Account): Promise<SignInOutcome> {
  const held = await account();
  if (!(await claimDevice(signedIn)) && held) return { outcome: "other_account", held };
  void askToPersist();
  return { outcome: "in", account: signedIn };
}

function isSameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
