/** After the app was killed, the card that was open comes back. */
import { expect, test } from "vitest";
import { device } from "../../cast";
import { rowsReadBy } from "../../data/reads";

const OPENED_AT = "2026-06-02T15:00:00.000Z";
const SOON = new Date("2026-06-02T15:29:00.000Z");
const LATER = new Date("2026-06-02T15:31:00.000Z");

async function phoneWithOpenCard() {
  const phone = await device();
  const { newCard, recordsOfCard } = await import("../../../src/screens/note/card");
  const blank = newCard();
  const typed = {
    ...blank.typed,
    who: "Ana",
    promise: "Send the deck",
    promise_due_on: "2026-06-05",
  };
  const card = { ...blank, captured_at: OPENED_AT, typed };
  await phone.write(...recordsOfCard(card));
  const { setOpenCard } = await import("../../../src/data/device_state");
  await setOpenCard(card.conversation_id);
  const { findOpenConversation } = await import("../../../src/screens/note/note_start");
  return { card, findOpenConversation, ...(await import("../../../src/screens/note/stored_card")) };
}

test("the open card comes back as it was, and stands for the same records", async () => {
  const { card, findOpenConversation, readStoredCard } = await phoneWithOpenCard();
  const { recordsOfCard } = await import("../../../src/screens/note/card");

  const stored = await readStoredCard((await findOpenConversation(SOON))?.id ?? "");

  expect(stored?.typed).toEqual(card.typed);
  expect(stored && recordsOfCard(stored)).toEqual(recordsOfCard(card));
});

test("to open a card the promises and problems of other cards are not read", async () => {
  const { card, readStoredCard } = await phoneWithOpenCard();
  const { write } = await import("../../../src/data/write");
  const { newId } = await import("../../../src/data/ids");
  for (let others = 0; others < 20; others++) {
    const set = { conversation_id: newId(), what: "theirs" };
    await write({ kind: "follow_up", id: newId(), set }, { kind: "problem", id: newId(), set });
  }

  const rows = await rowsReadBy(() => readStoredCard(card.conversation_id));

  expect(rows.follow_up).toBe(1);
  expect(rows.problem ?? 0).toBe(0);
});

test("after half an hour the card is just a conversation", async () => {
  const { findOpenConversation } = await phoneWithOpenCard();

  expect(await findOpenConversation(LATER)).toBeUndefined();
});

test("a card that was left does not come back", async () => {
  const { findOpenConversation } = await phoneWithOpenCard();
  const { setOpenCard } = await import("../../../src/data/device_state");

  await setOpenCard(undefined);

  expect(await findOpenConversation(SOON)).toBeUndefined();
});

test("a card of an older build makes the records that it lacks when it is touched, and only then", async () => {
  const phone = await device();
  const { derivedId } = await import("../../../src/data/ids");
  const { changesBetween } = await import("../../../src/screens/note/autosave");
  const { recordsOfCard } = await import("../../../src/screens/note/card");
  const { storedRecords, readStoredCard } = await import("../../../src/screens/note/stored_card");
  const id = phone.newId();
  const set = { problem: "audits", promise: "Call", captured_at: OPENED_AT };
  await phone.write({ kind: "conversation", id, set });

  const again = await readStoredCard(id);
  if (!again) throw new Error("the card is gone");
  const changes = changesBetween(await storedRecords(again), recordsOfCard(again));

  expect(changes).toMatchObject([
    { kind: "follow_up", id: await derivedId(id, "promise"), set: { what: "Call" } },
    { kind: "problem", id: await derivedId(id, "problem"), set: { what: "audits" } },
  ]);
});

test("a follow-up that was deleted stays so when its card is opened again", async () => {
  const { card, readStoredCard } = await phoneWithOpenCard();
  const { storedRecords } = await import("../../../src/screens/note/stored_card");
  const { write } = await import("../../../src/data/write");
  await write({ kind: "follow_up", id: card.follow_up_id, action: "delete" });

  const again = await readStoredCard(card.conversation_id);

  expect(again && (await storedRecords(again)).map(({ kind }) => kind)).toContain("follow_up");
});

test("a card written in one line comes back with its line, and stands for the same records", async () => {
  const phone = await device();
  const { recordsOfCard } = await import("../../../src/screens/note/card");
  const { readStoredCard } = await import("../../../src/screens/note/stored_card");
  const { card, LINE, withLineRead } = await import("./lines");
  const read = withLineRead(card({ who: LINE }));
  const chosen = { id: read.furtherIds[0] ?? "", name: "Ben", isNew: true };
  const both = withLineRead({ ...read, chosen: [chosen], furtherIds: read.furtherIds.slice(1) });
  await phone.write(...recordsOfCard(both));

  const again = await readStoredCard(both.conversation_id);

  expect(again?.chosen).toEqual([chosen]);
  expect(again?.typed.who).toBe(LINE);
  expect(again && recordsOfCard(again)).toMatchObject(recordsOfCard(both));
});

test("what was dismissed of a line stays dismissed when its card is opened again", async () => {
  const phone = await device();
  const { newCard, recordsOfCard } = await import("../../../src/screens/note/card");
  const { readLineOfCard, withReading } = await import("../../../src/screens/note/reader");
  const blank = { ...newCard(), captured_at: OPENED_AT };
  const typed = { ...blank.typed, who: "Ana, CTO at Fjord: drowning in audits" };
  const decisions = { "Role: CTO": { is: "not" as const } };
  const card = { ...blank, typed, decisions };
  await phone.write(...recordsOfCard(withReading(card, await readLineOfCard(card))));
  const { readStoredCard } = await import("../../../src/screens/note/stored_card");

  const again = await readStoredCard(card.conversation_id);

  expect(again?.reading?.parts.map(({ label }) => label)).not.toContain("Role");
  expect(again?.reading?.parts.map(({ label }) => label)).toContain("Organisation");
});

test("a line that was stored before it was understood is understood when its card is opened", async () => {
  const phone = await device();
  const { isLineUnread, recordsOfCard } = await import("../../../src/screens/note/card");
  const { readLineOfCard, withReading } = await import("../../../src/screens/note/reader");
  const { storedRecords, readStoredCard } = await import("../../../src/screens/note/stored_card");
  const { card, LINE } = await import("./lines");
  const typed = card({ who: LINE });
  await phone.write(...recordsOfCard(typed));

  const again = await readStoredCard(typed.conversation_id);
  if (!again) throw new Error("the card is gone");
  const read = withReading(again, await readLineOfCard(again));

  expect(isLineUnread(again)).toBe(true);
  expect((await storedRecords(again)).map(({ id }) => id)).toEqual(
    recordsOfCard(typed).map(({ id }) => id),
  );
  expect(read.reading?.people).toMatchObject([{ id: typed.nextId, name: "Ana" }]);
  expect(read.typed).toMatchObject({ problem: "drowning in audits" });
  expect(isLineUnread(read)).toBe(false);
});
