/** Whom a greeting addresses, however the name is written. */
import { expect, test } from "vitest";
import { firstNameOf } from "../../../src/domain/vcard/person_name";

test.each([
  ["Ana Berg", "Ana"],
  ["Berg, Ana", "Ana"],
  ["von Berg, Ana Maria", "Ana"],
  ["Herr Franz Brand", "Franz"],
  ["Frau Prof. Dr. Ana Berg", "Ana"],
  ["Dr.-Ing. Ana Berg", "Ana"],
  ["Dipl.-Ing. Franz Brand", "Franz"],
  ["Sra. Ana Berg", "Ana"],
  ["Mme Ana Berg", "Ana"],
  ["Ana Berg, PhD", "Ana"],
  ["Ana, CTO", "Ana"],
  ["Phil Berg", "Phil"],
  ["Herr Brand", "Herr Brand"],
  ["Dr. Brand", "Dr. Brand"],
  ["🌊 Ana Berg", "Ana"],
  ["李明", "李明"],
  ["tall, blue badge", ""],
  ["Dr.", ""],
  ["", ""],
])("%s is greeted as %s", (name, greeted) => {
  expect(firstNameOf(name)).toBe(greeted);
});
