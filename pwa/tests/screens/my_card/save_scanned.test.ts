/** What Ada scans is saved to the card, for a new or a known person, and nothing of it is lost. */
import { expect, test } from "vitest";
import type { PersonRecord } from "../../../src/data/kinds.gen";
import { parseCode } from "../../../src/domain/vcard/parse_code";
import { device, outboxOf } from "../../cast";

const [BENS_CODE] = parseCode(
  "MECARD:N:Okoye,Ben;ORG:Fjord;TITLE:CTO;TEL:+47 900 12 345;EMAIL:ben@fjord.no;;",
);
const NOWHERE = { cardId: null, eventId: null, person: null };

async function adasPhone() {
  const phone = await device();
  const { saveScanned } = await import("../../../src/screens/my_card/save_scanned");
  const meet = async (set: Partial<PersonRecord>) => {
    const id = phone.newId();
    await phone.write({ kind: "person", id, set });
    const person = await phone.find("person", id);
    if (!person) throw new Error("nobody");
    return person;
  };
  const cardOf = async (id: string) => (await phone.find("conversation", id))?.body;
  return { phone, saveScanned, meet, cardOf };
}

test("somebody new stands on a new card, with all that the code says", async () => {
  const { phone, saveScanned, cardOf } = await adasPhone();

  const card = await cardOf(await saveScanned(BENS_CODE, NOWHERE));

  const [ben] = await phone.people();
  expect(card).toMatchObject({ person_ids: [ben?.id], who: "Ben Okoye" });
  expect(ben?.body).toMatchObject({
    name: "Ben Okoye",
    role: "CTO",
    organisation: "Fjord",
    phones: ["+47 900 12 345"],
    emails: ["ben@fjord.no"],
    captured_at: card?.captured_at,
  });
});

test("the open card keeps what stands on it", async () => {
  const { phone, saveScanned, meet, cardOf } = await adasPhone();
  const li = await meet({ name: "Li" });
  const [cardId, captured_at] = [phone.newId(), "2026-06-11T10:00:00.000Z"];
  const set = { person_ids: [li.id], who: "Li", problem: "Audits", captured_at };
  await phone.write({ kind: "conversation", id: cardId, set });

  const id = await saveScanned(BENS_CODE, { ...NOWHERE, cardId });

  expect(id).toBe(cardId);
  expect(await cardOf(id)).toMatchObject({ who: "Li, Ben Okoye", problem: "Audits", captured_at });
  expect((await cardOf(id))?.person_ids).toHaveLength(2);
});

test("of a known person only empty fields are filled, and what differs is noted", async () => {
  const { phone, saveScanned, meet } = await adasPhone();
  const known = { name: "Ben", role: "Founder", phones: ["90012345"], notes: "Climbs" };
  const ben = await meet(known);

  await saveScanned(BENS_CODE, { ...NOWHERE, person: ben });

  const after = (await phone.find("person", ben.id))?.body;
  expect(after).toMatchObject({ name: "Ben", role: "Founder", organisation: "Fjord" });
  expect(after).toMatchObject({ phones: ["90012345"], emails: ["ben@fjord.no"] });
  expect(after?.notes).toBe("Climbs\nName: Ben Okoye\nRole: CTO");
  expect(await phone.people()).toHaveLength(1);
});

test("the same code scanned twice adds nothing the second time", async () => {
  const { phone, saveScanned } = await adasPhone();
  const cardId = await saveScanned(BENS_CODE, NOWHERE);
  const [ben] = await phone.people();
  if (!ben) throw new Error("no Ben");
  const waiting = await outboxOf(phone);

  await saveScanned(BENS_CODE, { cardId, eventId: null, person: ben });

  const after = await phone.find("person", ben.id);
  expect(after?.body).toEqual(ben.body);
  expect(await outboxOf(phone)).toEqual(waiting);
  expect((await phone.find("conversation", cardId))?.body.person_ids).toEqual([ben.id]);
});

test("a text goes below the notes of the card", async () => {
  const { phone, saveScanned, cardOf } = await adasPhone();
  const cardId = phone.newId();
  await phone.write({ kind: "conversation", id: cardId, set: { notes: "Not Booth 12b" } });

  await saveScanned(parseCode("Booth 12")[0], { ...NOWHERE, cardId });

  expect((await cardOf(cardId))?.notes).toBe("Not Booth 12b\nBooth 12");
  expect(await phone.people()).toEqual([]);
});

test("a card begun in a talk keeps its id and its event", async () => {
  const { phone, saveScanned, cardOf } = await adasPhone();
  const [cardId, eventId] = [phone.newId(), phone.newId()];

  const id = await saveScanned(BENS_CODE, { cardId, eventId, person: null });

  expect(id).toBe(cardId);
  expect((await cardOf(id))?.event_id).toBe(eventId);
});

test("what is too long for its field stands whole in the notes, and the server takes the rest", async () => {
  const { phone, saveScanned } = await adasPhone();
  const [name, link] = ["Ben ".repeat(60).trim(), `https://fjord.no/${"a".repeat(200)}`];
  const phones = Array.from({ length: 120 }, (_, at) => `TEL:+4790${100_000 + at}`);
  const text = ["BEGIN:VCARD", `FN:${name}`, `URL:${link}`, ...phones, "END:VCARD"].join("\n");

  await saveScanned(parseCode(text)[0], NOWHERE);

  const [ben] = await phone.people();
  expect([...(ben?.body.name ?? "")]).toHaveLength(200);
  expect(ben?.body.phones).toHaveLength(100);
  expect(ben?.body.links).toEqual([]);
  for (const said of [name, link, "+4790100119"]) expect(ben?.body.notes).toContain(said);
});

test("somebody scanned onto a card without a moment bears the one that it gets", async () => {
  const { phone, saveScanned, cardOf } = await adasPhone();
  const cardId = phone.newId();
  await phone.write({ kind: "conversation", id: cardId, set: { who: "Li" } });

  await saveScanned(BENS_CODE, { ...NOWHERE, cardId });

  const captured_at = (await cardOf(cardId))?.captured_at;
  expect(captured_at).not.toBeNull();
  expect((await phone.people())[0]?.body.captured_at).toBe(captured_at);
});
