/** A refused password is explained beside its field, in words that help to choose a better one. */
import { expect, test } from "vitest";
import {
  newPasswordRefusalText,
  proofRefusalText,
  signInRefusalText,
} from "../../../src/components/credentials/refusal_words";

const weak = (password: string) => ({ code: "weak_password" as const, fields: { password } });

test.each([
  ["too_short", "at least 10 characters"],
  ["too_long", "at most 200 characters"],
  ["too_common", "too easy to guess"],
  ["like_email", "too much like your e-mail"],
  ["of_a_later_server", "harder to guess"],
])("a password refused as %s is explained", (reason, words) => {
  const signingUp = signInRefusalText(weak(reason));
  const changing = newPasswordRefusalText(weak(reason));

  expect(signingUp).toEqual({ field: "password", words: expect.stringContaining(words) });
  expect(changing).toEqual({ field: "new", words: signingUp.words });
});

test("a wrong password is named for what was asked", () => {
  const wrong = { code: "wrong_password" as const, fields: {} };

  expect(signInRefusalText(wrong).field).toBe("password");
  expect(proofRefusalText(wrong).words).toBe("That isn't your password.");
  expect(newPasswordRefusalText(wrong).field).toBe("old");
});

test("without an answer nothing is wrong with what was typed", () => {
  expect(proofRefusalText({ code: "offline" })).toMatchObject({ field: null });
});

test.each([
  [30, "in a minute"],
  [61, "in 2 minutes"],
  [900, "in 15 minutes"],
  [null, "in a few minutes"],
])("after too many tries, %s seconds to wait are said as %s", (retry_after_seconds, words) => {
  const refused = { code: "too_many" as const, fields: {}, retry_after_seconds };

  expect(signInRefusalText(refused).words).toBe(`Too many tries. Try again ${words}.`);
});
