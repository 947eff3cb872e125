/** A follow-up is done or moved with one tap, and taken back with another. */
import { expect, test } from "vitest";
import { device } from "../cast";

async function adasPhone() {
  const phone = await device();
  const steps = await import("../../src/data/follow_up_steps");
  const id = phone.newId();
  const set = { what: "Send the deck", due_on: "2026-06-12" };
  await phone.write({ kind: "follow_up", id, set });
  const read = async () => {
    const followUp = await phone.find("follow_up", id);
    if (!followUp) throw new Error("the follow-up is gone");
    return followUp;
  };
  return { steps, read };
}

test("done, then undone, it is open as before", async () => {
  const { steps, read } = await adasPhone();

  const undo = await steps.finishFollowUp(await read());
  expect((await read()).body.done_at).not.toBeNull();
  await undo();

  expect((await read()).body.done_at).toBeNull();
});

test("moved, then undone, it is due when it was", async () => {
  const { steps, read } = await adasPhone();

  const undo = await steps.postponeFollowUp(await read(), "2026-06-15");
  expect((await read()).body.due_on).toBe("2026-06-15");
  await undo();

  expect((await read()).body.due_on).toBe("2026-06-12");
});

test("a done one can be opened again later", async () => {
  const { steps, read } = await adasPhone();
  await steps.finishFollowUp(await read());

  await steps.reopenFollowUp(await read());

  expect((await read()).body.done_at).toBeNull();
});

test("dropped for a reason, it says why; dropped as too late, it counts as broken", async () => {
  const { steps, read } = await adasPhone();

  const undo = await steps.dropFollowUp(await read(), { isTooLate: false, because: "they did it" });
  const dropped = (await read()).body;
  await undo();
  await steps.dropFollowUp(await read(), { isTooLate: true, because: "too late" });
  const broken = (await read()).body;

  expect(dropped).toMatchObject({ broken_at: null, dropped_because: "they did it" });
  expect(dropped.dropped_at).not.toBeNull();
  expect(broken).toMatchObject({ dropped_at: null, dropped_because: "too late" });
  expect(broken.broken_at).not.toBeNull();
});

test("broken, it is owed no more until it is opened again", async () => {
  const { steps, read } = await adasPhone();
  const { openFollowUps } = await import("../../src/data/queries");
  await steps.dropFollowUp(await read(), { isTooLate: true, because: "too late" });
  expect(await openFollowUps()).toEqual([]);

  await steps.reopenFollowUp(await read());

  expect((await openFollowUps()).map(({ body }) => body.dropped_because)).toEqual([""]);
});
