/** A change that the server would not take is explained in words. */
import { expect, test } from "vitest";
import { refusalText } from "../../../src/components/inline_edit/record_notes";

const refused = { action: "set", set: {}, was: {} } as const;

test("each field is named with what is wrong with it", () => {
  const text = refusalText(
    { ...refused, code: "too_long", fields: { name: "too_long" } },
    "person",
  );

  expect(text).toBe("The server didn't accept this change: name is too long.");
});

test("without fields the whole change is explained", () => {
  const text = refusalText({ ...refused, code: "edited_since", fields: {} }, "person");

  expect(text).toContain("edited on another device");
});
