/** The goal of an event as it is typed: one is kept, further ones are set aside, nothing is lost. */
import { expect, test } from "vitest";
import { device } from "../../cast";

const FAIR = "0198c0de-0000-7000-8000-0000000fa100";

async function phoneAtTheFair(body: object) {
  const phone = await device();
  const writes = await import("../../../src/components/event/event_writes");
  await phone.write({ kind: "event", id: FAIR, set: { name: "Fjord fair", ...body } });
  const fair = async () => {
    const event = await phone.find("event", FAIR);
    if (!event) throw new Error("the fair");
    return event;
  };
  return { fair, ...writes };
}

test("a second goal is set aside with the very keystroke that begins it", async () => {
  const { fair, saveGoal } = await phoneAtTheFair({});
  const opened = await fair();

  for (const typed of ["Find two pilots", "Find two pilots. ", "Find two pilots. Me"])
    await saveGoal(opened, typed);

  expect((await fair()).body).toMatchObject({ goal: "Find two pilots.", set_aside: "Me" });
});

test("what was set aside before stays beside what is set aside now", async () => {
  const { fair, saveGoal } = await phoneAtTheFair({ set_aside: "Meet an investor" });

  await saveGoal(await fair(), "Find two pilots; hire a designer");

  expect((await fair()).body.set_aside).toBe("Meet an investor\nhire a designer");
});

test("taking a second goal back leaves nothing aside", async () => {
  const { fair, saveGoal } = await phoneAtTheFair({});
  const opened = await fair();
  await saveGoal(opened, "Find two pilots. Meet an investor");

  await saveGoal(opened, "Find two pilots.");

  expect((await fair()).body).toMatchObject({ goal: "Find two pilots.", set_aside: "" });
});

test("swapping makes a goal of the first thing aside, and sets the goal aside", async () => {
  const { fair, swapGoal } = await phoneAtTheFair({
    goal: "Find two pilots",
    set_aside: "and also meet an investor\nhire a designer",
  });

  await swapGoal(await fair());

  expect((await fair()).body).toMatchObject({
    goal: "meet an investor",
    set_aside: "hire a designer\nFind two pilots",
  });
});

test("an event that was ended is on again once it is started again", async () => {
  const { fair, startEvent, endEvent } = await phoneAtTheFair({});
  const { whenIs } = await import("../../../src/domain/events/on");
  const standing = async () => whenIs((await fair()).body, new Date());

  await startEvent(await fair());
  expect(await standing()).toBe("on");
  await endEvent(await fair());
  expect(await standing()).toBe("past");

  await startEvent(await fair());
  expect(await standing()).toBe("on");
});
