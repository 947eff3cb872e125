/** The steps of getting in: whose records lie here, the server's yes, and this device's belonging to the account. */
import { type Answer, call } from "../../api";
import { type Account, account, claim } from "../../data/account";
import type { Code } from "../../data/kinds.gen";
import { askToPersist } from "../../data/persistence";

export interface Entry {
  way: "sign-in" | "sign-up";
  email: string;
  password: string;
  invite?: string;
}

export type Entered =
  | { outcome: "in"; account: Account }
  | { outcome: "refused"; code: Code | "offline" }
  | { outcome: "other_account"; held: Account };

/** Try to get in. Where another account's records lie on this device, nothing is sent before they are gone. */
export async function enter({ way, ...form }: Entry): Promise<Entered> {
  const held = await account();
  if (held && !isSameEmail(held.email, form.email)) return { outcome: "other_account", held };
  const answer: Answer<{ account: Account }> = await call("POST", `/api/${way}`, form);
  if (!answer.ok) return { outcome: "refused", code: answer.code };
  return settleIn(answer.body.account);
}

/** Let this device belong to an account that has a session in this browser. */
export async function settleIn(signedIn: Account): Promise<Entered> {
  const held = await account();
  if (!(await claim(signedIn)) && held) return { outcome: "other_account", held };
  void askToPersist();
  return { outcome: "in", account: signedIn };
}

function isSameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
