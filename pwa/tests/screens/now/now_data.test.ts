/** The first screen offers a recall, and doesn't show what is to be recalled. */

import { expect, test } from "vitest";
import { device } from "../../cast";

const MORNING = new Date("2026-06-03T08:00:00.000Z");
const FAIR = {
  name: "Fjord fair",
  starts_at: "2026-06-02T17:00:00.000Z",
  ends_at: "2026-06-02T20:00:00.000Z",
};

test("the morning after, words heard at the event are shown once they were recalled", async () => {
  const phone = await device();
  const { readNowData } = await import("../../../src/screens/now/now_data");
  const [fair, card, other] = [phone.newId(), phone.newId(), phone.newId()];
  const captured_at = "2026-06-02T18:00:00.000Z";
  const note = (id: string, set: object) =>
    phone.write({ kind: "conversation", id, set: { captured_at, ...set } });
  await phone.write({ kind: "event", id: fair, set: FAIR });
  await note(card, { event_id: fair, problem: "Drowning in audits" });
  await note(other, { problem: "Grants take months" });
  const words = async () =>
    (await readNowData(MORNING)).conversations.map((one) => one.text).sort();
  expect(await words()).toEqual(["", "Grants take months"]);

  await note(card, { recalled_at: MORNING.toISOString() });

  expect(await words()).toEqual(["Drowning in audits", "Grants take months"]);
});
