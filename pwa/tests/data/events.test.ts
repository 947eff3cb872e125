/** What the screens read of events: who was met, by card or by hand, and what is safe on the server. */
import { expect, test } from "vitest";
import { ADA, device } from "../cast";

const FAIR = "0198c0de-0000-7000-8000-0000000fa100";
const ANA = "0198c0de-0000-7000-8000-00000000a0a0";
const CARD = "0198c0de-0000-7000-8000-00000000ca0d";

async function phoneAtTheFair() {
  const phone = await device(ADA);
  const events = await import("../../src/data/events");
  await phone.write(
    { kind: "event", id: FAIR, set: { name: "Fjord fair" } },
    { kind: "person", id: ANA, set: { name: "Ana Sol" } },
    { kind: "target", id: phone.newId(), set: { event_id: FAIR, person_ids: [ANA], who: "Ana" } },
    { kind: "target", id: phone.newId(), set: { event_id: FAIR, who: "A CTO" } },
  );
  const met = async () => (await events.targetsOf(FAIR)).map((one) => [one.name, one.met]);
  return { phone, met, ...events };
}

test("a target is met once a card of the event names the person, and no longer when it does not", async () => {
  const { phone, met } = await phoneAtTheFair();
  const card = (set: object) => phone.write({ kind: "conversation", id: CARD, set });

  await card({ person_ids: [ANA] });
  expect(await met()).toEqual([
    ["Ana Sol", null],
    ["A CTO", null],
  ]);
  await card({ event_id: FAIR });
  expect(await met()).toEqual([
    ["Ana Sol", "by_card"],
    ["A CTO", null],
  ]);

  await card({ person_ids: [] });
  expect(await met()).toEqual([
    ["Ana Sol", null],
    ["A CTO", null],
  ]);
});

test("a target written as a name means the one person of that name, also once a card makes them", async () => {
  const { phone, met } = await phoneAtTheFair();
  const wanted = { event_id: FAIR, who: "Bo Lund" };
  await phone.write({ kind: "target", id: phone.newId(), set: wanted });
  expect(await met()).toContainEqual(["Bo Lund", null]);

  const bo = phone.newId();
  const set = { event_id: FAIR, person_ids: [bo] };
  await phone.write({ kind: "person", id: bo, set: { name: "Bo Lund" } });
  await phone.write({ kind: "conversation", id: CARD, set });
  expect(await met()).toContainEqual(["Bo Lund", "by_card"]);

  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Bo Lund" } });
  expect(await met()).toContainEqual(["Bo Lund", null]);
});

test("a card that is stored is put at the event, one that was emptied is not made again", async () => {
  const { phone, setEventOf, cardsOf } = await phoneAtTheFair();
  await setEventOf(CARD, FAIR);
  expect(await cardsOf(FAIR)).toEqual([]);

  await phone.write({ kind: "conversation", id: CARD, set: { problem: "audits" } });
  await setEventOf(CARD, FAIR);

  expect((await cardsOf(FAIR)).map(({ id }) => id)).toEqual([CARD]);
});

test("the receipt counts what waits: the card, its people, and what was made of it", async () => {
  const { phone, receiptFor } = await phoneAtTheFair();
  const set = { event_id: FAIR, person_ids: [ANA] };
  await phone.write({ kind: "conversation", id: CARD, set });
  expect(await receiptFor(FAIR)).toEqual({ count: 1, waiting: 1 });

  const nothingWaits = async () => (await phone.db()).clear("outbox");
  await nothingWaits();
  expect(await receiptFor(FAIR)).toEqual({ count: 1, waiting: 0 });

  const followUp = { what: "the deck", conversation_id: CARD };
  await phone.write({ kind: "follow_up", id: phone.newId(), set: followUp });
  expect(await receiptFor(FAIR)).toEqual({ count: 1, waiting: 1 });
});
