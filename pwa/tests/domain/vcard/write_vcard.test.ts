/** The own card as a vCard: short, and read by others as it was meant. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FACTS } from "../../../src/domain/vcard/contact_facts";
import { parseCode } from "../../../src/domain/vcard/parse_code";
import { writeVcard } from "../../../src/domain/vcard/write_vcard";

const ADA = { ...NO_FACTS, name: "Ada King Lovelace" };

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
    "ORG:Engines\\, Ltd",
    "TITLE:Analyst\\; poet",
    "TEL:+44 20 1234",
    "EMAIL:ada@example.org",
    "URL:https://example.org/ada",
    "END:VCARD",
  ]);
});

test("what is empty is not said", () => {
  expect(writeVcard({ ...NO_FACTS, name: "Ada" })).toBe(
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ada;;;\r\nFN:Ada\r\nEND:VCARD",
  );
});

test("the other phone reads the very words that were typed", () => {
  const words = fc
    .array(fc.stringMatching(/^[\p{L}\p{N},;:\\'"-]{1,12}$/u), { minLength: 1, maxLength: 3 })
    .map((some) => some.join(" "));
  fc.assert(
    fc.property(words, words, words, (name, role, organisation) => {
      const mine = { ...NO_FACTS, name, role, organisation };

      const read = parseCode(writeVcard(mine));

      expect(read.facts).toEqual(mine);
    }),
  );
});
