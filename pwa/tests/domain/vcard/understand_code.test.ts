/** What is scanned is understood as what it is; whatever has no field goes to the notes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CodeSort, parseCode } from "../../../src/domain/vcard/parse_code";
import { EMPTY_VCARD, type VcardPerson } from "../../../src/domain/vcard/vcard_person";
import { busyMilliseconds } from "../../busy";

type Case = [name: string, text: string, sort: CodeSort, facts: Partial<VcardPerson>];

const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD"].join("\r\n");

const cases: Case[] = [
  [
    "a vCard of version 3",
    card("VERSION:3.0", "N:Costa;Ana;;;", "FN:Ana Costa", "ORG:Fjord;Audits", "TITLE:CTO"),
    "card",
    { name: "Ana Costa", organisation: "Fjord, Audits", role: "CTO" },
  ],
  [
    "ways to reach somebody, each once",
    card(
      "FN:Ana",
      "EMAIL;TYPE=work:ana@fjord.no",
      "EMAIL:ana@fjord.no",
      "TEL;TYPE=CELL:+47 900 12 345",
    ),
    "card",
    { name: "Ana", emails: ["ana@fjord.no"], phones: ["+47 900 12 345"] },
  ],
  [
    "a vCard of version 4 with numbers as links",
    card("VERSION:4.0", "FN:Ana", 'TEL;VALUE=uri;TYPE="voice,cell":tel:+47-900;ext=5'),
    "card",
    { name: "Ana", phones: ["+47-900"], notes: "Phone: +47-900;ext=5" },
  ],
  [
    "vCard 2.1 with quoted-printable",
    card("VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=98rsted;S=C3=B8=\r\nren"),
    "card",
    { name: "Søren Ørsted" },
  ],
  [
    "quoted-printable in an older character set",
    card("N;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:M=FCller;J=FCrg"),
    "card",
    { name: "Jürg Müller" },
  ],
  [
    "a line that was folded, and signs that were escaped",
    card("FN:Ana", "NOTE:Likes a\\, b\\; c\\nand cli\r\n mbing"),
    "card",
    { name: "Ana", notes: "Likes a, b; c\nand climbing" },
  ],
  [
    "groups and labels of an address book",
    card("FN:Ana", "item1.URL;type=pref:https://fjord.no/ana", "item1.X-ABLabel:Home"),
    "card",
    { name: "Ana", links: ["https://fjord.no/ana"] },
  ],
  [
    "what no field is made for",
    card("FN:Ana", "ADR:;;Main St 1;Oslo;;0150;Norway", "BDAY:1990-02-03", "NICKNAME:Anni"),
    "card",
    {
      name: "Ana",
      notes: "Address: Main St 1, Oslo, 0150, Norway\nBirthday: 1990-02-03\nNickname: Anni",
    },
  ],
  [
    "a fax, which nobody should call",
    card("FN:Ana", "TEL;TYPE=WORK,FAX:+47 22"),
    "card",
    { name: "Ana", notes: "Fax: +47 22" },
  ],
  [
    "a second role, and a name that says more",
    card("FN:Ana", "N:Costa;Ana;Maria;Dr.;", "TITLE:CTO", "ROLE:Speaker"),
    "card",
    { name: "Ana", role: "CTO", notes: "Name: Dr. Ana Maria Costa\nRole: Speaker" },
  ],
  [
    "a damaged card",
    "BEGIN:VCARD\nFN:Ana\nTEL:+47 9\nlost its colon\nEMA",
    "card",
    { name: "Ana", phones: ["+47 9"], notes: "lost its colon\nEMA" },
  ],
  ["a card with nothing on it", card("VERSION:3.0"), "text", { notes: card("VERSION:3.0") }],
  [
    "a link that would run code",
    card("FN:Ana", "URL:javascript:alert(1)"),
    "card",
    { name: "Ana", notes: "Link: javascript:alert(1)" },
  ],
  [
    "a MECARD",
    "MECARD:N:Costa,Ana;TEL:+4790012345;EMAIL:ana@fjord.no;URL:fjord.no/ana;NOTE:a\\;b;;",
    "card",
    {
      name: "Ana Costa",
      phones: ["+4790012345"],
      emails: ["ana@fjord.no"],
      links: ["fjord.no/ana"],
      notes: "a;b",
    },
  ],
  ["a MECARD with a whole name", "MECARD:N:Ana Costa;;", "card", { name: "Ana Costa" }],
  [
    "a profile at LinkedIn",
    "https://www.linkedin.com/in/ana-costa",
    "link",
    { links: ["https://www.linkedin.com/in/ana-costa"] },
  ],
  ["a link without a scheme", "linkedin.com/in/ana", "link", { links: ["linkedin.com/in/ana"] }],
  ["a number to call", "tel:+47%20900%2012%20345", "phone", { phones: ["+47 900 12 345"] }],
  ["a bare number", "+47 900 12 345", "phone", { phones: ["+47 900 12 345"] }],
  [
    "a message to send",
    "SMSTO:+4790012345:Hi Ana",
    "phone",
    { phones: ["+4790012345"], notes: "Hi Ana" },
  ],
  [
    "an address to write to",
    "mailto:ana@fjord.no?subject=Hi%20Ana",
    "email",
    { emails: ["ana@fjord.no"], notes: "Hi Ana" },
  ],
  ["a bare address", "ana@fjord.no", "email", { emails: ["ana@fjord.no"] }],
  ["words", "Booth 12, ask for Ana", "text", { notes: "Booth 12, ask for Ana" }],
  ["a number that may be anything", "20261123", "text", { notes: "20261123" }],
  ["a network", "WIFI:S:Fair;P:secret;;", "text", { notes: "WIFI:S:Fair;P:secret;;" }],
  ["code", "javascript:alert(1)", "text", { notes: "javascript:alert(1)" }],
  ["nothing", "  ", "text", {}],
];

test.each(cases)("%s", (_, text, sort, facts) => {
  expect(parseCode(text)).toEqual([{ sort, text, facts: { ...EMPTY_VCARD, ...facts } }]);
});

test("any text is understood somehow, and within the blink of an eye", () => {
  const begin = fc.constantFrom(
    "",
    "BEGIN:VCARD\n",
    "MECARD:",
    "tel:",
    "mailto:",
    "MATMSG:",
    "http://",
  );
  fc.assert(
    fc.property(begin, fc.string({ unit: "binary", maxLength: 7089 }), (start, rest) => {
      const busy = busyMilliseconds(() => {
        expect(parseCode(start + rest)[0].text).toBe(start + rest);
      });

      expect(busy).toBeLessThan(250);
    }),
  );
});

test.each([";", "\\", '"', "=", ":", ".", "a.", "0", " ", "\n "])(
  "%j, repeated, takes no time",
  (sign) => {
    for (const begin of ["BEGIN:VCARD\nTEL", "MECARD:", "tel:", "www.", "", "x@"]) {
      const busy = busyMilliseconds(() => parseCode(begin + sign.repeat(7000)));

      expect(busy).toBeLessThan(250);
    }
  },
);

test("every word that a card says is found again", () => {
  const names = fc.constantFrom(
    "FN",
    "N",
    "ORG",
    "TITLE",
    "ROLE",
    "TEL",
    "EMAIL",
    "URL",
    "NOTE",
    "X-A",
  );
  const word = fc.stringMatching(/^[a-zæøå0-9@+]{1,12}$/);
  const line = fc.tuple(names, fc.array(word, { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const text = card(...lines.map(([name, words]) => `${name}:${words.join(" ")}`));

      const kept = JSON.stringify(parseCode(text)[0].facts);

      for (const [, words] of lines) for (const said of words) expect(kept).toContain(said);
    }),
  );
});
