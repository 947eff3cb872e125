/** What a person typed as a contact opens what it should, and never anything else. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ContactField, contactLink } from "../../../src/domain/vcard/contact_link";

test.each<[ContactField, string, string]>([
  ["emails", " ana@fjord.test ", "mailto:ana@fjord.test"],
  ["emails", "a?bcc=ben@fjord.test", "mailto:a%3Fbcc%3Dben@fjord.test"],
  ["phones", "+47 (22) 33-44 55", "tel:+4722334455"],
  ["links", "fjord.test/ana", "https://fjord.test/ana"],
  ["links", "http://fjord.test", "http://fjord.test/"],
  ["links", "fjord.test:8080/ana", "https://fjord.test:8080/ana"],
])("%s: %s opens %s", (field, typed, address) => {
  expect(contactLink(field, typed)).toBe(address);
});

test.each<[ContactField, string]>([
  ["links", "javascript:alert(1)"],
  ["links", " JaVaScRiPt:alert(1)"],
  ["links", "data:text/html,<script>alert(1)</script>"],
  ["links", "ask Li"],
  ["emails", "ana at fjord"],
  ["phones", "the desk"],
])("%s: %s stays plain text", (field, typed) => {
  expect(contactLink(field, typed)).toBeUndefined();
});

test("whatever is typed, only mail, telephone and web addresses come out", () => {
  const fields = fc.constantFrom<ContactField>("emails", "phones", "links");

  fc.assert(
    fc.property(fields, fc.string({ unit: "binary" }), (field, typed) => {
      expect(contactLink(field, typed) ?? "https:").toMatch(/^(mailto|tel|https?):/);
    }),
  );
});
