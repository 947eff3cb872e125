/** A line that could not be read before the app ended is read at a later start. */

import { expect, test } from "vitest";
import { device } from "../../cast";
import { LINE } from "./lines";

const WRITTEN_AT = "2026-05-12T15:00:00.000Z";
const SOON = new Date("2026-05-12T15:29:00.000Z");
const LATER = new Date("2026-05-12T15:31:00.000Z");

async function phoneThatDiedWhileTyping() {
  const phone = await device();
  const { newCard, recordsOfCard } = await import("../../../src/screens/note/card");
  const blank = newCard();
  const typed = { ...blank.typed, who: LINE };
  const card = { ...blank, captured_at: WRITTEN_AT, typed };
  await phone.write(...recordsOfCard(card));
  const { readUnreadLines } = await import("../../../src/screens/note/unread_lines");
  const { all } = await import("../../../src/data/queries");
  const bodies = async (kind: "person" | "conversation" | "follow_up") =>
    (await all(kind)).map(({ body }) => body);
  return { bodies, readUnreadLines };
}

test("its promise becomes a follow-up though its note is never opened", async () => {
  const { bodies, readUnreadLines } = await phoneThatDiedWhileTyping();

  await readUnreadLines(LATER);
  await readUnreadLines(LATER);

  expect(await bodies("follow_up")).toMatchObject([{ what: "Send her Li's number" }]);
  expect(await bodies("person")).toMatchObject([{ name: "Ana", role: "CTO" }]);
  expect(await bodies("conversation")).toMatchObject([{ line: LINE, is_line_unread: false }]);
});

test("a card that may still be open is left to whoever types there", async () => {
  const { bodies, readUnreadLines } = await phoneThatDiedWhileTyping();

  await readUnreadLines(SOON);

  expect(await bodies("follow_up")).toEqual([]);
  expect(await bodies("conversation")).toMatchObject([{ is_line_unread: true }]);
});
