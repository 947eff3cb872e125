/** Importing a calendar twice adds nothing the second time, on any device. */

import { expect, test } from "vitest";
import { device, outboxOf } from "../../cast";

const FAIR = {
  calendar_uid: "fair@example.org",
  name: "Fjord fair",
  place: "Oslo",
  link: "",
  notes: "Bring a friend",
  starts_at: "2026-05-14T17:00:00.000Z",
  ends_at: null,
  is_cancelled: false,
};

async function phoneOfAda() {
  const phone = await device();
  const { importCalendarEvents } = await import(
    "../../../src/screens/events/import_calendar_events"
  );
  return { phone, importCalendarEvents };
}

test("a calendar makes events, with the same id on every device", async () => {
  const { phone, importCalendarEvents } = await phoneOfAda();
  const { added } = await importCalendarEvents([FAIR]);

  const { phone: laptop, importCalendarEvents: again } = await phoneOfAda();
  const { added: elsewhere } = await again([FAIR]);

  expect(elsewhere).toEqual(added);
  expect((await phone.find("event", added[0] ?? ""))?.body.name).toBe("Fjord fair");
  expect(await laptop.all("event")).toHaveLength(1);
});

test("the same file again changes nothing; a newer one moves the event and leaves what was noted", async () => {
  const { phone, importCalendarEvents } = await phoneOfAda();
  const { added } = await importCalendarEvents([FAIR]);
  const [id = ""] = added;
  await phone.write({ kind: "event", id, set: { notes: "My own", goal: "Find two pilots" } });
  const sent = await outboxOf(phone);

  const same = await importCalendarEvents([FAIR]);
  expect([same.added, same.changed, await outboxOf(phone)]).toEqual([[], [], sent]);

  const moved = await importCalendarEvents([{ ...FAIR, place: "Bergen", notes: "Bring two" }]);
  expect([moved.added, moved.changed]).toEqual([[], [id]]);
  expect((await phone.find("event", id))?.body).toMatchObject({
    place: "Bergen",
    notes: "My own",
    goal: "Find two pilots",
  });
});

test("taking in can be undone as one", async () => {
  const { phone, importCalendarEvents } = await phoneOfAda();
  const { added } = await importCalendarEvents([FAIR]);
  const { undo } = await importCalendarEvents([
    { ...FAIR, place: "Bergen" },
    { ...FAIR, calendar_uid: "other" },
  ]);

  await undo();

  expect((await phone.all("event")).map(({ id, body }) => [id, body.place])).toEqual([
    [added[0], "Oslo"],
  ]);
});
