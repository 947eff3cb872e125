/** Cards as other programs really write them: two in one text, pictures, days without a year, names turned round. */
import { expect, test } from "vitest";
import { yearlyDayText } from "../../../src/domain/dates/date_words";
import { type CodeSort, parseCode } from "../../../src/domain/vcard/parse_code";
import { EMPTY_VCARD, type VcardPerson } from "../../../src/domain/vcard/vcard_person";

const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD"].join("\r\n");
const factsOf = (text: string) => parseCode(text).map(({ facts }) => facts);
const person = (facts: Partial<VcardPerson>) => ({ ...EMPTY_VCARD, ...facts });

const ANA = card("FN:Ana Berg", "EMAIL:ana@example.org");
const BO = card("FN:Bo Lund", "TEL:+4512345678");
const BOTH = [
  person({ name: "Ana Berg", emails: ["ana@example.org"] }),
  person({ name: "Bo Lund", phones: ["+4512345678"] }),
];

test.each([
  ["two cards", `${ANA}\r\n${BO}`],
  ["cards with nothing between them", ANA + BO],
  ["a card that never ends", `${ANA.replace("\r\nEND:VCARD", "")}\n${BO}`],
  ["a card within a card", ANA.replace("EMAIL", `AGENT:\r\n${BO}\r\nEMAIL`)],
  ["two MECARDs", "MECARD:N:Berg,Ana;EMAIL:ana@example.org;;MECARD:N:Lund,Bo;TEL:+4512345678;;"],
  ["two signatures", "Ana Berg\nana@example.org\n\nBo Lund\n+4512345678"],
])("%s are two people", (_, text) => {
  expect(factsOf(text)).toEqual(BOTH);
});

test.each([
  ["in base64", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==\r\n AAAA"],
  ["as version 2.1 folds it", "PHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\n AAAA==\r\n"],
  ["folded without blanks", "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\nSkZJRgABAQ==\r\n"],
  ["as data", "PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJRg=="],
  ["in a group", "item3.LOGO;VALUE=uri:data:image/png;base64,iVBORw0KGgo="],
  ["without its encoding", "PHOTO;TYPE=JPEG:/9j/4AAQSkZJRg=="],
  ["as a sound", "SOUND;ENCODING=b:UklGRg=="],
])("a picture %s is left out", (_, lines) => {
  expect(factsOf(card("FN:Ana Berg", lines, "TITLE:CTO"))).toEqual([
    person({ name: "Ana Berg", role: "CTO" }),
  ]);
});

test("a picture of two million characters takes no time", () => {
  const lines = Array.from({ length: 30_000 }, () => ` ${"A".repeat(72)}`);

  expect(factsOf(card("FN:Ana", "PHOTO;ENCODING=b:", ...lines))).toEqual([person({ name: "Ana" })]);
});

test.each([
  ["item1.X-ABDATE:2019-06-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_", "Anniversary: 2019-06-01"],
  ["item2.X-ABDATE;type=pref:2019-06-01\r\nitem2.X-ABLabel:First day", "First day: 2019-06-01"],
  ["X-ANNIVERSARY:20190601", "Anniversary: 2019-06-01"],
  ["BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22", `Birthday: ${yearlyDayText("2000-01-22")}`],
  ["BDAY;VALUE=date:1604-01-22", `Birthday: ${yearlyDayText("2000-01-22")}`],
  ["BDAY:--0203", `Birthday: ${yearlyDayText("2000-02-03")}`],
  ["BDAY:--02-29", `Birthday: ${yearlyDayText("2000-02-29")}`],
  ["BDAY:19900203T000000Z", "Birthday: 1990-02-03"],
  ["BDAY;VALUE=text:in spring", "Birthday: in spring"],
  [
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2019-06-01;1;;;;;;;;;;;;;",
    "Anniversary: 2019-06-01",
  ],
  ["item1.X-ABRELATEDNAMES:Bo Lund\r\nitem1.X-ABLabel:_$!<Spouse>!$_", "Spouse: Bo Lund"],
  ["item1.ADR:;;Main St 1;Oslo;;;\r\nitem1.X-ABADR:no", "Address: Main St 1, Oslo"],
])("%s is noted as %s", (lines, notes) => {
  expect(factsOf(card("FN:Ana", lines))).toEqual([person({ name: "Ana", notes })]);
});

test("a label of one's own is noted with its value", () => {
  const lines = ["item1.TEL:+4790012345", "item1.X-ABLabel:Assistant", "item2.TEL:+4790012346"];

  const [ana] = factsOf(card("FN:Ana", ...lines, "item2.X-ABLabel:_$!<Mobile>!$_"));

  expect(ana).toMatchObject({
    phones: ["+4790012345", "+4790012346"],
    notes: "Assistant: +4790012345",
  });
});

test.each([
  ["N:;;;;\r\nFN:\r\nNICKNAME:Anka", "Anka"],
  ["NICKNAME:Anka", "Anka"],
  ["FN:Berg, Ana\r\nN:Berg;Ana;;;", "Ana Berg"],
  ["FN:Berg\\, Ana", "Ana Berg"],
  ["FN:van der Berg, Ana Maria\r\nN:van der Berg;Ana Maria;;;", "Ana Maria van der Berg"],
  ["FN:Ana Berg, PhD\r\nN:Berg;Ana;;;PhD", "Ana Berg, PhD"],
  ["FN:Berg, CTO", "Berg, CTO"],
])("%s is the name %s", (lines, name) => {
  expect(factsOf(card(lines))).toEqual([person({ name })]);
});

test.each<[string, Partial<VcardPerson>]>([
  ["EMAIL:Ana Berg <ana@example.org>", { emails: ["ana@example.org"] }],
  ['EMAIL:"Berg, Ana" <ana@example.org>', { emails: ["ana@example.org"] }],
  [
    "EMAIL:Office <ana@example.org>",
    { emails: ["ana@example.org"], notes: "E-mail: Office <ana@example.org>" },
  ],
  ["EMAIL:ana@example.org; b@example.org", { emails: ["ana@example.org", "b@example.org"] }],
  ["EMAIL:mailto:ana@example.org", { emails: ["ana@example.org"] }],
  ["EMAIL;IM:MSN:ana@example.org", { notes: "E-mail: MSN:ana@example.org" }],
  ["EMAIL;TYPE=X400:/c=no/s=berg", { notes: "E-mail: /c=no/s=berg" }],
  ["TEL:ask at the desk", { notes: "Phone: ask at the desk" }],
])("%s is read as what it is", (line, facts) => {
  expect(factsOf(card("FN:Ana Berg", line))).toEqual([person({ name: "Ana Berg", ...facts })]);
});

test.each<[string, CodeSort, Partial<VcardPerson>]>([
  ["BIZCARD:N:Ana;X:Berg;C:Fjord;;", "card", { name: "Ana Berg", organisation: "Fjord" }],
  [
    "BIZCARD:N:Ana;X:Berg;T:CTO;M:+4790012345;E:ana@example.org;;",
    "card",
    { name: "Ana Berg", role: "CTO", phones: ["+4790012345"], emails: ["ana@example.org"] },
  ],
  ["MEBKM:URL:example.org;;", "link", { links: ["example.org"] }],
  [
    "MEBKM:TITLE:Fjord;URL:http\\://example.org;;",
    "link",
    { links: ["http://example.org"], notes: "Fjord" },
  ],
  ["mailto:a@example.org,b@example.org", "email", { emails: ["a@example.org", "b@example.org"] }],
  [
    "mailto:a@example.org?to=b@example.org&subject=Hi%20Ana&body=See%20you",
    "email",
    { emails: ["a@example.org", "b@example.org"], notes: "Hi Ana\nSee you" },
  ],
  ["MATMSG:TO:ana@example.org;SUB:Hi;;", "email", { emails: ["ana@example.org"], notes: "Hi" }],
  [
    "MATMSG:TO:ana@example.org;SUB:Hi;BODY:At nine\\; or ten;;",
    "email",
    { emails: ["ana@example.org"], notes: "Hi\nAt nine; or ten" },
  ],
  ["SMTP:ana@example.org:Hi:there", "email", { emails: ["ana@example.org"], notes: "Hi\nthere" }],
  ["example.org", "link", { links: ["example.org"] }],
  ["EXAMPLE.ORG", "link", { links: ["EXAMPLE.ORG"] }],
  ["münchen.example", "link", { links: ["münchen.example"] }],
  ["tel:+1-555-010-0100;ext=12", "phone", { phones: ["+1-555-010-0100;ext=12"] }],
  ["Ana.Berg", "text", { notes: "Ana.Berg" }],
  ["3.14", "text", { notes: "3.14" }],
  ["call ana@example.org about it", "text", { notes: "call ana@example.org about it" }],
  [
    "Ana Berg\nana@example.org\n+49 170 2222222",
    "card",
    { name: "Ana Berg", emails: ["ana@example.org"], phones: ["+49 170 2222222"] },
  ],
  [
    "Ana Berg\nCTO, Fjord\nTel.: +49 170 2222222\nFax: +49 170 1\nWeb: www.fjord.example",
    "card",
    {
      name: "Ana Berg",
      phones: ["+49 170 2222222"],
      links: ["www.fjord.example"],
      notes: "CTO, Fjord\nFax: +49 170 1",
    },
  ],
  ["Ana Berg <ana@example.org>", "card", { name: "Ana Berg", emails: ["ana@example.org"] }],
  [
    "Ana Berg, ana@example.org, +49 170 2222222",
    "card",
    { name: "Ana Berg", emails: ["ana@example.org"], phones: ["+49 170 2222222"] },
  ],
  [
    "Ana Berg|Fjord|CTO|ana@example.org",
    "card",
    { name: "Ana Berg", emails: ["ana@example.org"], notes: "Fjord\nCTO" },
  ],
  [
    "Best regards,\n\nAna Berg\nM: +34 600 123 456\nana@example.org",
    "card",
    {
      name: "Ana Berg",
      emails: ["ana@example.org"],
      phones: ["+34 600 123 456"],
      notes: "Best regards",
    },
  ],
  [
    "BEGIN:VCARD\\nVERSION:3.0\\nFN:Bo Lund\\nTEL:+4512345678\\nEND:VCARD",
    "card",
    BOTH[1] as VcardPerson,
  ],
  [
    "BEGIN:VCARD VERSION:3.0 N:Lund;Bo FN:Bo Lund TEL:+4512345678 END:VCARD",
    "card",
    BOTH[1] as VcardPerson,
  ],
  [
    "Bo Lund\n+45 12345678 / +45 87654321",
    "card",
    { name: "Bo Lund", phones: ["+45 12345678", "+45 87654321"] },
  ],
  [
    card("FN:Bo Lund", "TEL:+45 12345678 or +45 87654321", "X-WA-BIZ-NAME:Bo Lund"),
    "card",
    { name: "Bo Lund", phones: ["+45 12345678", "+45 87654321"] },
  ],
  [
    "We met at the fair\nand talked\nana@example.org",
    "text",
    { notes: "We met at the fair\nand talked\nana@example.org" },
  ],
  [`My card:\n${ANA}\nSee you`, "card", { ...BOTH[0], notes: "My card:\nSee you" }],
  [`Here it is: ${BO}`, "card", { ...BOTH[1], notes: "Here it is:" }],
])("%s is a %s", (text, sort, facts) => {
  expect(parseCode(text)).toEqual([{ sort, text, facts: person(facts) }]);
});
