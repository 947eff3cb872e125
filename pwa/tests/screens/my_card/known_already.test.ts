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
  person("li", { name: "Li", phones: ["123"] }),
  person("nameless", { traits: "tall" }),
];

const cases: [string, Partial<VcardPerson>, string[]][] = [
  ["an address in other letters", { emails: ["ben@fjord.NO "] }, ["ben: same e-mail"]],
  ["a number with its country", { phones: ["+47 900 12 345"] }, ["ben: same number"]],
  ["a link with a tail", { links: ["linkedin.com/in/ben?trk=qr"] }, ["ben: same link"]],
  ["a name with accents", { name: "bén okoye" }, ["ben: same name"]],
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
