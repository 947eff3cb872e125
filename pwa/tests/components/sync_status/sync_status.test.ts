/** The sync mark says what is not synced yet, and why. */
import { expect, test } from "vitest";
import { unsyncedText } from "../../../src/components/sync_status/sync_status";

test("what waits is counted in words, with the reason", () => {
  expect(unsyncedText({ conversation: 3 }, "offline")).toBe("3 notes waiting to sync: offline");
  expect(unsyncedText({ conversation: 1, person: 1, follow_up: 2 }, "")).toBe(
    "1 note, 1 person, 2 promises waiting to sync",
  );
});

test("with nothing waiting it is calm, and still says when the server is not at hand", () => {
  expect(unsyncedText({}, "")).toBe("Everything is synced");
  expect(unsyncedText({}, "offline")).toBe("No changes waiting to sync: offline");
});

test("what nobody wrote by hand is counted as changes, without names of its own", () => {
  expect(unsyncedText({ prompt_use: 1 }, "")).toBe("1 change waiting to sync");
  expect(unsyncedText({ conversation: 2, prompt_use: 4, setting: 1 }, "")).toBe(
    "2 notes, 5 other changes waiting to sync",
  );
});
