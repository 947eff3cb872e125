/** The words for what the server refused in the forms of the account. */

import type { Offline, Refusal } from "../../api";
import type { Code } from "../../data/kinds.gen";
import { ownValue } from "../../domain/own_value";

type FormFieldName = "email" | "password" | "invite" | "setup_code" | "old" | "new";

/** Why something was refused, and beside which field to show it. */
export interface FormError {
  field: FormFieldName | null;
  words: string;
}

const OFFLINE = "You're offline. Your notes are safe here; try again when you're back online.";

const REFUSALS: Partial<Record<Code | "offline", FormError>> = {
  wrong_password: { field: "password", words: "Wrong e-mail or password." },
  bad_email: { field: "email", words: "That doesn't look like an e-mail address." },
  email_taken: {
    field: "email",
    words: "This e-mail already has an account. Sign in instead.",
  },
  sign_up_closed: { field: null, words: "This server doesn't accept new accounts." },
  invite_needed: { field: "invite", words: "This invite code isn't valid or was already used." },
  setup_code_needed: {
    field: "setup_code",
    words: "This isn't the set-up code. The server prints it when it starts.",
  },
  signed_out: { field: null, words: "You've been signed out. Sign in again; nothing is lost." },
  busy: { field: null, words: "The server is busy. Try again in a moment." },
  offline: { field: null, words: OFFLINE },
};

/** What the hint of a new password says beside its length. */
export const PASSWORD_HINT = "At least 10 characters. A few random words work well.";

const WEAK_PASSWORDS: Record<string, string> = {
  too_short: "Choose a password of at least 10 characters.",
  too_long: "Choose a password of at most 200 characters.",
  too_common: "This password is too easy to guess. A few random words work well.",
  like_email: "This password is too much like your e-mail. A few random words work well.",
};

const UNKNOWN: FormError = {
  field: null,
  words: "That didn't work. Nothing is lost; try again in a moment.",
};

/** A refused call, as far as its words depend on it. */
export type Refused =
  | (Pick<Refusal, "code" | "fields"> & Partial<Pick<Refusal, "retry_after_seconds">>)
  | Pick<Offline, "code">;

/** Return why signing in or up was refused. */
export function signInRefusalText(refused: Refused): FormError {
  if (refused.code === "weak_password") {
    const reason = "fields" in refused ? (refused.fields.password ?? "") : "";
    const words = ownValue(WEAK_PASSWORDS, reason) ?? "Choose a password that is harder to guess.";
    return { field: "password", words };
  }
  if (refused.code === "too_many") {
    const seconds = "retry_after_seconds" in refused ? refused.retry_after_seconds : null;
    return { field: null, words: `Too many tries. Try again ${waitText(seconds ?? null)}.` };
  }
  return REFUSALS[refused.code] ?? UNKNOWN;
}

/** Minutes are rounded up, so that whoever waits them is not refused again. */
function waitText(seconds: number | null): string {
  if (seconds === null) return "in a few minutes";
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}

/** Return why a password that was asked for again was refused. */
export function proofRefusalText(refused: Refused): FormError {
  if (refused.code !== "wrong_password") return signInRefusalText(refused);
  return { field: "password", words: "That isn't your password." };
}

/** Return why a change of password was refused. */
export function newPasswordRefusalText(refused: Refused): FormError {
  if (refused.code === "wrong_password")
    return { field: "old", words: "That isn't your current password." };
  const refusal = signInRefusalText(refused);
  return refused.code === "weak_password" ? { ...refusal, field: "new" } : refusal;
}
