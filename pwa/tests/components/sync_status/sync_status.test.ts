/** The mark on every screen says what has not been synced yet, and why. */
import { expect, test } from "vitest";
import { sayUnsynced } from "../../../src/components/sync_status/sync_status";

test("what waits is counted in words, with the reason", () => {
  expect(sayUnsynced({ conversation: 3 }, "offline")).toBe("3 notes not yet synced: offline");
  expect(sayUnsynced({ conversation: 1, person: 1, follow_up: 2 }, "")).toBe(
    "1 note, 1 person, 2 promises not yet synced",
  );
});

test("with nothing waiting it is calm, and still says when the server is not at hand", () => {
  expect(sayUnsynced({}, "")).toBe("Everything is synced");
  expect(sayUnsynced({}, "offline")).toBe("Nothing waits to be synced: offline");
});
