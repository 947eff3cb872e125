/** The mark of a record tells apart what is waiting, what is waiting for room and what was refused. */
import { expect, test } from "vitest";
import { unsyncedMarkOf } from "../../../src/components/inline_edit/unsynced_mark";

test("what the server has no room for is waiting, and nothing else that it refused is", () => {
  expect(unsyncedMarkOf({ refused: { code: "quota" }, unsynced: true })).toBe("held_back");
  expect(unsyncedMarkOf({ refused: { code: "too_large" }, unsynced: true })).toBe("refused");
});

test("what was not sent yet is marked, and what the server has is not", () => {
  expect(unsyncedMarkOf({ refused: null, unsynced: true })).toBe("unsynced");
  expect(unsyncedMarkOf({ refused: null, unsynced: false })).toBeNull();
});
