/** Importing a calendar twice adds nothing the second time, on any device. */

import { expect, test } from "vitest";
import { device, outboxOf } from "../../cast";

const FAIR = {
  calendar_uid: "fair@example.org",
  name: "Fjord fair",
  series: "",
  starts_on: null,
  ends_on: null,
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

test("a cancelled event is marked where it is stored, with its occurrences, and never added", async () => {
  const { phone, importCalendarEvents } = await phoneOfAda();
  const weekly = { ...FAIR, calendar_uid: `${FAIR.calendar_uid} 2026-05-21T17:00:00.000Z` };
  const { added } = await importCalendarEvents([FAIR, weekly]);

  const gone = { ...FAIR, is_cancelled: true, name: "", starts_at: "2026-01-01T00:00:00.000Z" };
  const { cancelled, undo } = await importCalendarEvents([
    gone,
    { ...gone, calendar_uid: "unknown@example.org" },
  ]);

  expect(cancelled.toSorted()).toEqual(added.toSorted());
  const stored = await phone.all("event");
  expect(stored).toHaveLength(2);
  expect(stored.every(({ body }) => body.cancelled_at && body.name === "Fjord fair")).toBe(true);
  expect((await importCalendarEvents([gone])).cancelled).toEqual([]);

  await undo();
  expect((await phone.all("event")).map(({ body }) => body.cancelled_at)).toEqual([null, null]);
});

test("an event that takes place after all is marked as cancelled no more", async () => {
  const { phone, importCalendarEvents } = await phoneOfAda();
  const { added } = await importCalendarEvents([FAIR]);
  await importCalendarEvents([{ ...FAIR, is_cancelled: true }]);

  const { changed } = await importCalendarEvents([FAIR]);

  expect(changed).toEqual(added);
  expect((await phone.find("event", added[0] ?? ""))?.body.cancelled_at).toBeNull();
});

test("whole days read again in another zone are no change", async () => {
  const { importCalendarEvents } = await phoneOfAda();
  const days = { ...FAIR, starts_on: "2026-06-03", ends_on: "2026-06-03" };
  await importCalendarEvents([{ ...days, starts_at: "2026-06-02T22:00:00.000Z" }]);

  const again = await importCalendarEvents([{ ...days, starts_at: "2026-06-03T04:00:00.000Z" }]);

  expect(again.changed).toEqual([]);
});

test("an occurrence of a series belongs to it, unless it has another one", async () => {
  const { phone, importCalendarEvents } = await phoneOfAda();
  const { added } = await importCalendarEvents([{ ...FAIR, series: "Fjord fair" }]);
  const id = added[0] ?? "";
  expect((await phone.find("event", id))?.body.series).toBe("Fjord fair");
  await phone.write({ kind: "event", id, set: { series: "Fairs" } });

  await importCalendarEvents([{ ...FAIR, series: "Fjord fair", place: "Bergen" }]);

  expect((await phone.find("event", id))?.body).toMatchObject({ series: "Fairs", place: "Bergen" });
});
