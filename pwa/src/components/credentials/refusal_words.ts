/** The words for what the server refused in the forms of the account. */

import type { Code } from "../../data/kinds.gen";

type FormFieldName = "email" | "password" | "invite" | "old" | "new";

/** Why something was refused, and beside which field to show it. */
export interface FormError {
  field: FormFieldName | null;
  words: string;
}

const OFFLINE = "You're offline. Your notes are safe here; try again when you're back online.";

const REFUSALS: Partial<Record<Code | "offline", FormError>> = {
  wrong_password: { field: "password", words: "Wrong e-mail or password." },
  weak_password: { field: "password", words: "Choose a password of at least 10 characters." },
  bad_email: { field: "email", words: "That doesn't look like an e-mail address." },
  email_taken: {
    field: "email",
    words: "This e-mail already has an account. Sign in instead.",
  },
  sign_up_closed: { field: null, words: "This server doesn't accept new accounts." },
  invite_needed: { field: "invite", words: "This invite code isn't valid or was already used." },
  too_many: { field: null, words: "Too many tries. Wait a few minutes, then try again." },
  signed_out: { field: null, words: "You've been signed out. Sign in again; nothing is lost." },
  busy: { field: null, words: "The server is busy. Try again in a moment." },
  offline: { field: null, words: OFFLINE },
};

const UNKNOWN: FormError = {
  field: null,
  words: "That didn't work. Nothing is lost; try again in a moment.",
};

/** Return why signing in or up was refused. */
export function signInRefusalText(code: Code | "offline"): FormError {
  return REFUSALS[code] ?? UNKNOWN;
}

/** Return why a password that was asked for again was refused. */
export function proofRefusalText(code: Code | "offline"): FormError {
  if (code === "wrong_password") return { field: "password", words: "That isn't your password." };
  return signInRefusalText(code);
}

/** Return why a change of password was refused. */
export function newPasswordRefusalText(code: Code | "offline"): FormError {
  if (code === "wrong_password")
    return { field: "old", words: "That isn't your current password." };
  const refusal = signInRefusalText(code);
  return code === "weak_password" ? { ...refusal, field: "new" } : refusal;
}
