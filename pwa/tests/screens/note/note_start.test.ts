/** A note starts from a conversation, from shared text, or where it was left open. */

import { expect, test } from "vitest";
import { recordsOfCard } from "../../../src/screens/note/card";
import { newCardForRoute, sharedText } from "../../../src/screens/note/note_start";
import { device } from "../../cast";

const CARD = "0198c0de-0000-7000-8000-00000000ca4d";
const FAIR = "0198c0de-0000-7000-8000-0000000000f0";

function cardOf(address: string) {
  const { pathname: path, searchParams: params } = new URL(address, "https://earshot.test");
  return newCardForRoute({ path, params });
}

test("the card of a talk has the id and the event that the talk gave it", () => {
  const card = cardOf(`/note?card=${CARD}&event=${FAIR}`);
  const written = { ...card, typed: { ...card.typed, problem: "Drowning in audits" } };

  expect(recordsOfCard(card)).toEqual([]);
  expect(recordsOfCard(written)[0]).toMatchObject({ id: CARD, set: { event_id: FAIR } });
});

test("a new note belongs to no event, and what is no id is not taken for one", () => {
  expect(cardOf("/note").event_id).toBeNull();
  expect(cardOf("/note?event=fair").event_id).toBeNull();
  expect(cardOf("/note?card=1").conversation_id).not.toBe("1");
  expect(cardOf(`/listen?card=${CARD}`).conversation_id).not.toBe(CARD);
});

test("a card opened again still belongs to its event", async () => {
  const phone = { ...(await device()), ...(await import("../../../src/screens/note/stored_card")) };
  const set = { event_id: FAIR, problem: "Drowning in audits" };
  await phone.write({ kind: "conversation", id: CARD, set });

  expect((await phone.readStoredCard(CARD))?.event_id).toBe(FAIR);
});

test("whom the talk was with stands on the card by name, or by what was noted of them", async () => {
  const phone = { ...(await device()), ...(await import("../../../src/screens/note/stored_card")) };
  const [ana, tall, gone] = [phone.newId(), phone.newId(), phone.newId()];
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });
  await phone.write({ kind: "person", id: tall, set: { traits: "tall, climbs" } });

  expect(await phone.peopleOfConversation([ana, tall, gone], [])).toEqual([
    { id: ana, name: "Ana", isNew: false },
    { id: tall, name: "tall, climbs", isNew: false },
  ]);
});

test("a target with a full name stands on the card as somebody new, a kind of person does not", async () => {
  const phone = { ...(await device()), ...(await import("../../../src/screens/note/stored_card")) };
  const wanted = ["Mara Lind", "Investors", "Product Manager", "a CTO", "Mara Lind, Bo Lund"];
  const ids = wanted.map(() => phone.newId());
  for (const [at, id] of ids.entries())
    await phone.write({ kind: "target", id, set: { event_id: FAIR, who: wanted[at] ?? "" } });

  const met = await phone.peopleOfConversation([], ids);

  expect(met).toMatchObject([{ name: "Mara Lind", isNew: true }]);
});

test("title, text and address stand one below the other", () => {
  const params = new URLSearchParams({
    title: "Audits",
    text: "Read this",
    url: "https://a.example",
  });

  expect(sharedText(params)).toBe("Audits\nRead this\nhttps://a.example");
});

test("an address that stands in the text already is not said again", () => {
  const params = new URLSearchParams({ text: "Read https://a.example", url: "https://a.example" });

  expect(sharedText(params)).toBe("Read https://a.example");
});

test("a title equal to the text stands once", () => {
  expect(sharedText(new URLSearchParams({ title: "Audits", text: "Audits" }))).toBe("Audits");
});

test("nothing shared gives nothing", () => {
  expect(sharedText(new URLSearchParams())).toBe("");
});
