/** The own card as a vCard: short, and read by others as it was meant. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCode } from "../../../src/domain/vcard/parse_code";
import { EMPTY_VCARD } from "../../../src/domain/vcard/vcard_person";
import { writeVcard } from "../../../src/domain/vcard/write_vcard";

const ADA = { ...EMPTY_VCARD, name: "Ada King Lovelace" };

test("a card with everything on it is a vCard of version 3", () => {
  const text = writeVcard({
    ...ADA,
    role: "Analyst; poet",
    organisation: "Engines, Ltd",
    emails: ["ada@example.org"],
    phones: ["+44 20 1234"],
    links: ["example.org/ada"],
  });

  expect(text.split("\r\n")).toEqual([
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Lovelace;Ada King;;;",
    "FN:Ada King Lovelace",
    "TITLE:Analyst\\; poet",
    "ORG:Engines\\, Ltd",
    "EMAIL:ada@example.org",
    "TEL:+44 20 1234",
    "URL:https://example.org/ada",
    "END:VCARD",
  ]);
});

test("what is empty is not said", () => {
  expect(writeVcard({ ...EMPTY_VCARD, name: "Ada" })).toBe(
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ada;;;\r\nFN:Ada\r\nEND:VCARD",
  );
});

test("the other phone reads the very words that were typed", () => {
  const words = fc
    .array(fc.stringMatching(/^[\p{L}\p{N},;:\\'"-]{1,12}$/u), { minLength: 1, maxLength: 3 })
    .map((some) => some.join(" "));
  fc.assert(
    fc.property(words, words, words, (name, role, organisation) => {
      const mine = { ...EMPTY_VCARD, name, role, organisation };

      const [read] = parseCode(writeVcard(mine));

      expect(read.facts).toEqual(mine);
    }),
  );
});
