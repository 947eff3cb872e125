/** The list of follow-ups shows first what is due, then whom to contact, then the rest. */
import { expect, test } from "vitest";
import { toFollowUpRow } from "../../../src/components/promise/promise";
import { defaults, type FollowUpRecord } from "../../../src/data/kinds.gen";
import type { OpenNudge } from "../../../src/data/open_nudges";
import type { Saved } from "../../../src/data/queries";
import {
  type FollowUpOrNudge,
  firstRows,
  lastClosed,
  rowCount,
  sectionsByDue,
} from "../../../src/screens/follow_ups/sections";

const TODAY = "2026-06-05";
const ANA = { person: { id: "Ana" } } as OpenNudge;

function followUp(what: string, set: Partial<FollowUpRecord> = {}): Saved<"follow_up"> {
  const body = { ...defaults.follow_up, what, ...set };
  return { id: what, kind: "follow_up", body, seq: 1, refused: null, kept: {}, unsynced: false };
}

function row(what: string, due_on: string | null) {
  return toFollowUpRow(followUp(what, { due_on }), new Map());
}

function textOf(row: FollowUpOrNudge): string {
  return "nudge" in row ? row.nudge.person.id : row.followUpRow.followUp.body.what;
}

const list = [
  row("since Monday", "2026-06-01"),
  row("today", TODAY),
  row("tomorrow", "2026-06-06"),
  row("some day", null),
];

test("what is due by today comes first, then nudges, then later, then what has no day", () => {
  const sections = sectionsByDue(list, [ANA], TODAY);

  expect(sections.map(({ title, rows }) => [title, rows.map(textOf)])).toEqual([
    ["Due today", ["since Monday", "today"]],
    ["Time to get in touch", ["Ana"]],
    ["Later", ["tomorrow"]],
    ["No due date", ["some day"]],
  ]);
});

test("a section without rows is not shown", () => {
  expect(sectionsByDue([row("some day", null)], [], TODAY).map(({ title }) => title)).toEqual([
    "No due date",
  ]);
});

test("the first few are counted over all sections", () => {
  const sections = sectionsByDue(list, [ANA], TODAY);

  const first = firstRows(sections, 3);

  expect(first.flatMap(({ rows }) => rows.map(textOf))).toEqual(["since Monday", "today", "Ana"]);
  expect([rowCount(first), rowCount(sections)]).toEqual([3, 5]);
});

test("what was closed last comes first, however it ended", () => {
  const done = followUp("done", { done_at: "2026-06-02T10:00:00Z" });
  const dropped = followUp("dropped", { dropped_at: "2026-06-04T10:00:00Z" });
  const broken = followUp("broken", { broken_at: "2026-06-03T10:00:00Z" });

  expect(lastClosed([done, dropped, broken]).map(({ id }) => id)).toEqual([
    "dropped",
    "broken",
    "done",
  ]);
});
