/** Possible owners of a code are found by address, number, link or name, those on the card first. */
import { expect, test } from "vitest";
import { defaults, type PersonRecord } from "../../../src/data/kinds.gen";
import type { Saved } from "../../../src/data/queries";
import { EMPTY_VCARD, type VcardPerson } from "../../../src/domain/vcard/vcard_person";
import { knownAlready } from "../../../src/screens/my_card/known_already";

function person(id: string, body: Partial<PersonRecord>): Saved<"person"> {
  const rest = { seq: 1, kept: {}, refused: null, unsynced: false };
  return { id, kind: "person", body: { ...defaults.person, ...body }, ...rest };
}

const people = [
  person("ben", {
    name: "Ben Okoye",
    emails: ["Ben@Fjord.no"],
    phones: ["900 12 345"],
    links: ["https://www.linkedin.com/in/ben/"],
  }),
  person("ana", { name: "Ana Berg", phones: ["+1-555-010-0100 ext. 12"] }),
  person("li", { name: "Li", phones: ["123"] }),
  person("nameless", { traits: "tall" }),
];

const cases: [string, Partial<VcardPerson>, string[]][] = [
  ["an address in other letters", { emails: ["ben@fjord.NO "] }, ["ben: same e-mail"]],
  ["a number with its country", { phones: ["+47 900 12 345"] }, ["ben: same number"]],
  ["a link with a tail", { links: ["linkedin.com/in/ben?trk=qr"] }, ["ben: same link"]],
  ["a name with accents", { name: "bén okoye" }, ["ben: same name"]],
  ["a title before the name", { name: "Dr. Ana Berg" }, ["ana: same name"]],
  ["titles in German", { name: "Frau Prof. Dr. Ana Berg" }, ["ana: same name"]],
  ["a degree behind it", { name: "Ana Berg, PhD" }, ["ana: same name"]],
  ["the family name first", { name: "Berg, Ana" }, ["ana: same name"]],
  ["the family name first, without a comma", { name: "BERG Ana" }, ["ana: same name"]],
  ["a middle name", { name: "Ana M. Berg" }, ["ana: similar name"]],
  ["pronouns", { name: "Ana Berg (she/her)" }, ["ana: same name"]],
  ["a number without its extension", { phones: ["+1 555 010 0100"] }, ["ana: same number"]],
  ["the same extension of another number", { phones: ["+1 555 999 0012"] }, []],
  ["another Berg", { name: "Dr. Bo Berg" }, []],
  ["a title and nothing else", { name: "Dr." }, []],
  ["a number too short to tell", { phones: ["123"] }, []],
  ["no name at all", { emails: ["else@fjord.no"] }, []],
  ["a first name only", { name: "Ben" }, []],
];

test.each(cases)("%s", (_, facts, expected) => {
  const found = knownAlready(people, { ...EMPTY_VCARD, ...facts }, []);

  expect(found.map(({ person: { id }, because }) => `${id}: ${because}`)).toEqual(expected);
});

test("who stands on the card is offered first, whoever it is", () => {
  const facts = { ...EMPTY_VCARD, name: "Ben Okoye" };

  const found = knownAlready(people, facts, ["nameless"]);

  expect(found.map(({ person: { id } }) => id)).toEqual(["nameless", "ben"]);
});
