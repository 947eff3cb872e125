/** The room of the account in words, far from full, nearly full and full. */
// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { roomText } from "../../../src/screens/account/room_words";

const room = { used_bytes: 0, max_bytes: 200_000_000, used_records: 0, max_records: 200_000 };

test.each([
  [0, "0 of 200 MB used on the server."],
  [400, "Less than 1 of 200 MB used on the server."],
  [12_900_000, "12 of 200 MB used on the server."],
])("%i bytes are %j", (used_bytes, words) => {
  expect(roomText({ ...room, used_bytes }, 0)).toEqual({ used: words, advice: "" });
});

test("nearly full says so, and what to do", () => {
  const { used, advice } = roomText({ ...room, used_bytes: 185_000_000 }, 0);

  expect(used).toBe("185 of 200 MB used on the server.");
  expect(advice).toMatch(/^Your account is nearly full\. To make room, delete/);
});

test("where records are the limit, they are counted too", () => {
  const { used } = roomText({ ...room, used_bytes: 12_900_000, used_records: 199_000 }, 0);

  expect(used).toBe(
    "12 of 200 MB and 199,000 of 200,000 records (people, notes, promises and so on) used on the server.",
  );
});

test.each([{ used_records: 200_000 }, { used_bytes: 200_000_000 }])(
  "with no room left and nothing waiting, it is full: %o",
  (used) => {
    expect(roomText({ ...room, ...used }, 0).advice).toMatch(
      /^Your account is full\. To make room/,
    );
  },
);

test.each([
  [
    1,
    "Your account is full. 1 change stays on this device and syncs by itself once there is room.",
  ],
  [
    3,
    "Your account is full. 3 changes stay on this device and sync by themselves once there is room.",
  ],
])("with %i held back, full says what stays here", (heldBack, words) => {
  expect(roomText({ ...room, used_bytes: 199_999_000 }, heldBack).advice).toContain(words);
});
