/** A message leaves by what is certain: each way opens another app with the words in it. */
import { expect, test } from "vitest";
import { internationalNumber, sendLinks } from "../../../src/screens/drafts/send_links";

const draft = { subject: "Our conversation", words: "Hello Ana,\n\n“audits” & 100 %?" };

test.each([
  ["+47 900 12 345", "+4790012345"],
  ["0047 900 12 345", "+4790012345"],
  ["+44 (0)20 7946 0018", "+442079460018"],
  ["+1 (415) 555-2671", "+14155552671"],
  ["900 12 345", null],
  ["020 7946 0018", null],
  ["+0 123 456 789", null],
  ["+47 900 12 345 ext 7", null],
  ["+1234567890123456", null],
])("the number %s is certain as %s", (typed, number) => {
  expect(internationalNumber(typed)).toBe(number);
});

test("a mail carries subject and words, its lines ended as mails want them", () => {
  const [mail] = sendLinks({ emails: ["ana.sol@fjord.example"], phones: [] }, draft);
  const address = new URL(mail?.href ?? "");

  expect(address.protocol).toBe("mailto:");
  expect(address.pathname).toBe("ana.sol@fjord.example");
  expect(address.searchParams.get("subject")).toBe("Our conversation");
  expect(address.searchParams.get("body")).toBe("Hello Ana,\r\n\r\n“audits” & 100 %?");
});

test("a number with its country leads to SMS and messengers, another one to SMS only", () => {
  const certain = sendLinks({ emails: [], phones: ["+47 900 12 345"] }, draft);
  const uncertain = sendLinks({ emails: [], phones: ["900 12 345"] }, draft);

  expect(certain.map(({ app }) => app)).toEqual(["SMS", "WhatsApp", "Telegram", "Signal"]);
  expect(uncertain.map(({ app }) => app)).toEqual(["SMS"]);
});

test("messengers are given the number and, where they take them, the words", () => {
  const [sms, ...messengers] = sendLinks({ emails: [], phones: ["+47 900 12 345"] }, draft);
  const words = encodeURIComponent(draft.words);

  expect(sms?.href).toBe(`sms:+4790012345?&body=${words}`);
  expect(messengers.map(({ href }) => href)).toEqual([
    `https://wa.me/4790012345?text=${words}`,
    `https://t.me/+4790012345?text=${words}`,
    "https://signal.me/#p/+4790012345",
  ]);
});

test("what is no address leads nowhere", () => {
  expect(sendLinks({ emails: ["javascript:alert(1)"], phones: ["tba"] }, draft)).toEqual([]);
});
