/** The state of sync in words says what to do, or that nothing needs doing. */
// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { obstacleText, syncStateText } from "../../../src/screens/account/sync_section";

const now = new Date("2026-06-11T12:00:00Z");
const at = "2026-06-11T11:58:00.000Z";

test("in step, it says since when", () => {
  const said = syncStateText({ state: "synced", at, code: null }, 0, now);

  expect(said).toEqual(["Everything is synced. Last synced 2 min ago."]);
});

test("with work since then, it says how much waits", () => {
  const said = syncStateText({ state: "synced", at, code: null }, 3, now);

  expect(said).toEqual(["Last synced 2 min ago. 3 changes waiting to sync."]);
});

test("offline, it says that nothing need be done", () => {
  const [waiting, why] = syncStateText({ state: "offline", at, code: null }, 1, now);

  expect(waiting).toBe("1 change waiting to sync.");
  expect(why).toContain("sync by themselves");
});

test("with the session ended, it says that nothing is lost and what to do", () => {
  const said = syncStateText({ state: "signed_out", at, code: "signed_out" }, 0, now);

  expect(said.join(" ")).toContain("Sign in again to sync; nothing is lost.");
});

test.each([
  ["synced", 2, /^These can't sync: your account is full\. Delete/],
  ["synced", 0, /^The server didn't accept some of these/],
  ["offline", 2, /^The server can't be reached/],
  ["signed_out", 0, /Sign in again/],
] as const)(
  "%s with %i held back, it says why the rest is not synced",
  (state, heldBack, words) => {
    expect(obstacleText({ state, at, code: null }, heldBack)).toMatch(words);
  },
);
