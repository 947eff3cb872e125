/** Say in words why the server refused something that was typed in the account's forms. */

import type { Code } from "../../data/kinds.gen";

export type FormField = "email" | "password" | "invite" | "old" | "new";

export interface Refusal {
  field: FormField | null;
  words: string;
}

const OFFLINE = "You are offline. What you captured is safe here; try again with a network.";

const refusals: Partial<Record<Code | "offline", Refusal>> = {
  wrong_password: { field: "password", words: "That e-mail and password do not go together." },
  weak_password: { field: "password", words: "Choose a password of at least 10 characters." },
  bad_email: { field: "email", words: "That does not look like an e-mail address." },
  email_taken: {
    field: "email",
    words: "There is an account with this e-mail already. Sign in instead.",
  },
  sign_up_closed: { field: null, words: "This server takes no new accounts." },
  invite_needed: { field: "invite", words: "This invite code is not valid, or was used already." },
  too_many: { field: null, words: "Too many tries. Wait a few minutes, then try again." },
  busy: { field: null, words: "The server is busy. Try again in a moment." },
  offline: { field: null, words: OFFLINE },
};

const unknown: Refusal = {
  field: null,
  words: "The server could not do that. Nothing is lost; try again in a moment.",
};

/** Say why signing in or up was refused, and beside which field. */
export function signInRefusalText(code: Code | "offline"): Refusal {
  return refusals[code] ?? unknown;
}

/** Say why a change of password was refused, and beside which field. */
export function newPasswordRefusalText(code: Code | "offline"): Refusal {
  if (code === "wrong_password")
    return { field: "old", words: "That is not your password of now." };
  const refusal = signInRefusalText(code);
  return code === "weak_password" ? { ...refusal, field: "new" } : refusal;
}
