/** Now shows what I owe by the end of the day. */

import { expect, test } from "vitest";
import { device } from "../../cast";

const TODAY = "2026-06-05";

test("what I owe by today is shown, the longest due first, with whom it concerns", async () => {
  const phone = await device();
  const { promisesDueBy } = await import("../../../src/screens/now/now_data");
  const ana = phone.newId();
  const owe = (what: string, due_on: string | null, owed_by: "me" | "them" = "me") =>
    phone.write({
      kind: "follow_up",
      id: phone.newId(),
      set: { what, due_on, owed_by, person_ids: [ana] },
    });
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });
  await owe("today", TODAY);
  await owe("before", "2026-06-01");
  await owe("tomorrow", "2026-06-06");
  await owe("whenever", null);
  await owe("theirs", TODAY, "them");

  const due = await promisesDueBy(TODAY);

  expect(due.map(({ followUp }) => followUp.body.what)).toEqual(["before", "today"]);
  expect(due.map(({ who }) => who)).toEqual(["Ana", "Ana"]);
});
