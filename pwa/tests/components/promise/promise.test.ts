/** Follow-ups are read for one side, and their due days are worded without a reproach. */
import { expect, test } from "vitest";
import { dueText, toFollowUpRow } from "../../../src/components/promise/promise";
import { defaults, type FollowUpRecord } from "../../../src/data/kinds.gen";
import { device } from "../../cast";

const TODAY = "2026-06-05";

function textOf(due: Partial<FollowUpRecord>): string {
  const record = { seq: 1, refused: null, kept: {}, unsynced: false };
  const body = { ...defaults.follow_up, ...due };
  return dueText(toFollowUpRow({ id: "1", kind: "follow_up", body, ...record }, new Map()), TODAY);
}

test("each side's list holds what that side owes, what has no due day last", async () => {
  const phone = await device();
  const { openFollowUpsOf } = await import("../../../src/components/promise/promise");
  const ana = phone.newId();
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });
  const owe = (set: Partial<FollowUpRecord>) =>
    phone.write({ kind: "follow_up", id: phone.newId(), set: { person_ids: [ana], ...set } });
  await owe({ what: "whenever" });
  await owe({ what: "tomorrow", due_on: "2026-06-06" });
  await owe({ what: "hers", owed_by: "them" });
  await owe({ what: "done", done_at: "2026-06-04T10:00:00Z" });

  const [mine, theirs] = [await openFollowUpsOf("me"), await openFollowUpsOf("them")];

  expect(mine.map(({ followUp }) => followUp.body.what)).toEqual(["tomorrow", "whenever"]);
  expect(theirs.map(({ followUp, who }) => [followUp.body.what, who])).toEqual([["hers", "Ana"]]);
});

test.each([
  [{ due_on: TODAY }, "today"],
  [{ due_on: "2026-06-06" }, "tomorrow"],
  [{ due_on: "2026-06-04" }, "since yesterday"],
  [{ due_on: "2026-06-01" }, "since Monday"],
  [{}, "no due date"],
])("%o is worded as a person says it: %s", (due, words) => {
  expect(textOf(due)).toBe(words);
});

test("a moment is shown with its time, until its day is over", () => {
  const at = (day: string) => ({ due_on: day, due_at: new Date(`${day}T09:00`).toISOString() });

  expect(textOf(at("2026-06-08"))).toMatch(/^Monday, .*9:00/);
  expect(textOf(at("2026-06-01"))).toBe("since Monday");
});
