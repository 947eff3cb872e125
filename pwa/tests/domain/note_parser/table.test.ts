/** The table of lines: what is understood of each, with precision and recall for every field. */
import { expect, test } from "vitest";
import { type Case, cases, type Field, fields, precision, recall, score } from "./tally";

const heldOut = cases.filter(({ held_out }) => held_out);

test("the table holds at least 150 lines, a third of them held out from tuning", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map((given) => JSON.stringify(given))).size).toBe(cases.length);
  expect(heldOut.length).toBeGreaterThanOrEqual(Math.floor(cases.length / 3));
});

test.each(cases.filter(({ held_out }) => !held_out))("$line", (given) => {
  const slips = fields.filter((field) => {
    const { wrong, missed } = score(field, [given]);
    return wrong + missed > 0;
  });

  expect(slips).toEqual([]);
});

test.each(fields)("what is found as %s is right nineteen times in twenty", (field) => {
  const [all, unseen] = [score(field, cases), score(field, heldOut)];

  console.log(
    [field.padEnd(12), ...said(field, cases), "| held out", ...said(field, heldOut)].join(" "),
  );
  expect(all.right).toBeGreaterThan(0);
  expect(precision(all)).toBeGreaterThanOrEqual(0.95);
  expect(precision(unseen)).toBeGreaterThanOrEqual(0.95);
  expect(recall(all)).toBeGreaterThanOrEqual(0.9);
});

function said(field: Field, of: Case[]): string[] {
  const scored = score(field, of);
  const share = (number: number) => number.toFixed(3);
  return [
    `precision ${share(precision(scored))}`,
    `recall ${share(recall(scored))}`,
    `of ${scored.right + scored.missed}`,
  ];
}
