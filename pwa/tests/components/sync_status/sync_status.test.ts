/** The mark on every screen says what has not been synced yet, and why. */
import { expect, test } from "vitest";
import { unsyncedText } from "../../../src/components/sync_status/sync_status";

test("what waits is counted in words, with the reason", () => {
  expect(unsyncedText({ conversation: 3 }, "offline")).toBe("3 notes not yet synced: offline");
  expect(unsyncedText({ conversation: 1, person: 1, follow_up: 2 }, "")).toBe(
    "1 note, 1 person, 2 promises not yet synced",
  );
});

test("with nothing waiting it is calm, and still says when the server is not at hand", () => {
  expect(unsyncedText({}, "")).toBe("Everything is synced");
  expect(unsyncedText({}, "offline")).toBe("Nothing waits to be synced: offline");
});
