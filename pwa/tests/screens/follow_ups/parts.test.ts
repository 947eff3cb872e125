/** The list of what is owed shows first what is due, then whom to get in touch with, then the rest. */
import { expect, test } from "vitest";
import { toOwedFollowUp } from "../../../src/components/promise/promise";
import { defaults, type FollowUpRecord } from "../../../src/data/kinds.gen";
import type { OpenNudge } from "../../../src/data/open_nudges";
import type { Saved } from "../../../src/data/queries";
import {
  firstOf,
  lately,
  partsOf,
  type Row,
  rowCount,
} from "../../../src/screens/follow_ups/parts";

const TODAY = "2026-06-05";
const ANA = { person: { id: "Ana" } } as OpenNudge;

function followUp(what: string, set: Partial<FollowUpRecord> = {}): Saved<"follow_up"> {
  const body = { ...defaults.follow_up, what, ...set };
  return { id: what, kind: "follow_up", body, seq: 1, refused: null, kept: {}, unsynced: false };
}

function owed(what: string, due_on: string | null) {
  return toOwedFollowUp(followUp(what, { due_on }), new Map());
}

function said(row: Row): string {
  return "nudge" in row ? row.nudge.person.id : row.owed.followUp.body.what;
}

const list = [
  owed("since Monday", "2026-06-01"),
  owed("today", TODAY),
  owed("tomorrow", "2026-06-06"),
  owed("some day", null),
];

test("what is due by today comes first, then nudges, then later, then what has no day", () => {
  const parts = partsOf(list, [ANA], TODAY);

  expect(parts.map(({ title, rows }) => [title, rows.map(said)])).toEqual([
    ["Due today", ["since Monday", "today"]],
    ["Time to get in touch", ["Ana"]],
    ["Later", ["tomorrow"]],
    ["Without a day", ["some day"]],
  ]);
});

test("a part without rows is not shown", () => {
  expect(partsOf([owed("some day", null)], [], TODAY).map(({ title }) => title)).toEqual([
    "Without a day",
  ]);
});

test("the first few are counted over all parts", () => {
  const parts = partsOf(list, [ANA], TODAY);

  const first = firstOf(parts, 3);

  expect(first.flatMap(({ rows }) => rows.map(said))).toEqual(["since Monday", "today", "Ana"]);
  expect([rowCount(first), rowCount(parts)]).toEqual([3, 5]);
});

test("what was settled last comes first, however it ended", () => {
  const done = followUp("done", { done_at: "2026-06-02T10:00:00Z" });
  const dropped = followUp("dropped", { dropped_at: "2026-06-04T10:00:00Z" });
  const broken = followUp("broken", { broken_at: "2026-06-03T10:00:00Z" });

  expect(lately([done, dropped, broken]).map(({ id }) => id)).toEqual([
    "dropped",
    "broken",
    "done",
  ]);
});
