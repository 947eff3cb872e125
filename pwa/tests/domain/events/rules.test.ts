/** Half-time, met targets and the receipt: small rules, each with its cases. */
import { expect, test } from "vitest";
import { halfTimeHint } from "../../../src/domain/events/half_time";
import { howMet } from "../../../src/domain/events/met";
import { isReceiptDue, receiptOf, receiptText } from "../../../src/domain/events/receipt";

const FAIR = {
  starts_at: "2026-05-12T10:00:00Z",
  ends_at: "2026-05-12T18:00:00Z",
  started_at: null,
  ended_at: null,
  hint_dismissed_at: null,
};
const [ANA, BO] = [
  { name: "Ana", met: null },
  { name: "Bo", met: null },
];

test.each([
  ["just before half-time", FAIR, [ANA, BO], "13:59", undefined],
  ["at half-time it names one target", FAIR, [ANA, BO], "14:00", ANA],
  ["until the end", FAIR, [ANA], "17:59", ANA],
  ["not after the end", FAIR, [ANA], "18:00", undefined],
  ["not without targets", FAIR, [], "15:00", undefined],
  ["not once somebody was met", FAIR, [ANA, { name: "Bo", met: "by_card" }], "15:00", undefined],
  ["not a second time", { ...FAIR, hint_dismissed_at: FAIR.starts_at }, [ANA], "15:00", undefined],
  ["by the usual length without an end", { ...FAIR, ends_at: null }, [ANA], "11:30", ANA],
  ["not before that", { ...FAIR, ends_at: null }, [ANA], "11:29", undefined],
  ["not where nobody knows when", { ...FAIR, starts_at: null }, [ANA], "15:00", undefined],
])("the hint: %s", (...[, event, targets, clock, expected]) => {
  expect(halfTimeHint(event, targets, new Date(`2026-05-12T${clock}:00Z`))).toBe(expected);
});

test.each([
  ["nobody named them", ["ana"], null, [["bo"]], null],
  ["a card of the event names them", ["ana"], null, [["bo"], ["bo", "ana"]], "by_card"],
  ["it was said by hand", ["ana"], "2026-05-12T11:00:00Z", [], "by_hand"],
  ["a kind of person was met, said by hand", [], "2026-05-12T11:00:00Z", [["bo"]], "by_hand"],
  ["a kind of person is on no card", [], null, [["bo"]], null],
])("met: %s", (...[, person_ids, met_at, cards, expected]) => {
  const named = cards.map((ids) => ({ body: { person_ids: ids } }));

  expect(howMet({ body: { person_ids, met_at } }, named)).toBe(expected);
});

test("a card waits while it, one of its people or what was made of it waits", () => {
  const cards = ["a", "b", "c", "d"].map((id) => ({ id, body: { person_ids: [`${id}s person`] } }));
  const unsafe = [
    { id: "a", body: {} },
    { id: "bs person", body: {} },
    { id: "a promise", body: { conversation_id: "c" } },
    { id: "another event's", body: {} },
  ];

  expect(receiptOf(cards, unsafe)).toEqual({ count: 4, waiting: 3 });
});

test("the receipt says what is safe, or how much is not", () => {
  expect(receiptText({ count: 12, waiting: 0 })).toBe("All 12 notes are synced");
  expect(receiptText({ count: 12, waiting: 3 })).toBe("3 of 12 notes not synced");
  expect(receiptText({ count: 1, waiting: 0 })).toBe("Your note is synced");
});

test("the receipt goes when all is safe and the day is over, and stays while anything waits", () => {
  const ended = Date.parse(FAIR.ends_at);
  const later = (hours: number) => new Date(ended + hours * 3_600_000);

  expect(isReceiptDue({ count: 12, waiting: 0 }, ended, later(1))).toBe(true);
  expect(isReceiptDue({ count: 12, waiting: 0 }, ended, later(24))).toBe(false);
  expect(isReceiptDue({ count: 12, waiting: 3 }, ended, later(24))).toBe(true);
  expect(isReceiptDue({ count: 0, waiting: 0 }, ended, later(1))).toBe(false);
});
