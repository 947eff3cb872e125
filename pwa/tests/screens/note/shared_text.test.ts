/** What another app shares becomes one text, with nothing dropped and nothing said twice. */
import { expect, test } from "vitest";
import { sharedText } from "../../../src/screens/note/shared_text";

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
