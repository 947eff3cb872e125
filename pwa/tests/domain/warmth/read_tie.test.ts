/** A tie as it is read from records, their defaults filled in. */
import { expect, test } from "vitest";
import { defaults } from "../../../src/data/kinds.gen";
import { tieTo } from "../../../src/domain/warmth/read_tie";
import { blank } from "./ties";

const nothing = { conversations: [], followUps: [], nudge: undefined };

test("of an empty record nothing is known", () => {
  expect(tieTo(defaults.person, nothing, "Europe/Berlin")).toEqual(blank);
});

test("a conversation counts when it happened, else when it was captured", () => {
  const written = {
    channel: "message",
    begun_by: "me",
    answered_at: "2026-05-04T08:00:00Z",
  } as const;
  const [happened, captured] = ["2026-05-01T18:00:00Z", "2026-05-02T08:00:00Z"];
  const conversations = [
    { ...defaults.conversation, happened_at: happened, captured_at: captured },
    { ...defaults.conversation, ...written, captured_at: captured },
    { ...defaults.conversation, notes: "when was that?" },
  ];

  const { contacts } = tieTo(defaults.person, { ...nothing, conversations }, "Europe/Berlin");

  expect(contacts).toEqual([
    { at: happened, channel: "in_person", begun_by: null, answered_at: null },
    { at: captured, ...written },
  ]);
});

test("promises kept count of both sides, and broken ones of mine", () => {
  const followUps = [
    { done_at: "2026-05-01T18:00:00Z" },
    { owed_by: "them", done_at: "2026-05-02T18:00:00Z" },
    { broken_at: "2026-05-03T18:00:00Z" },
    { owed_by: "them", broken_at: "2026-05-04T18:00:00Z" },
    { done_at: "2026-05-06T18:00:00Z", broken_at: "2026-05-05T18:00:00Z" },
  ].map((body) => ({ ...defaults.follow_up, ...body }) as typeof defaults.follow_up);

  const { kept, broken } = tieTo(defaults.person, { ...nothing, followUps }, "Europe/Berlin");

  expect(kept.map((at) => at.slice(8, 10))).toEqual(["01", "02", "06"]);
  expect(broken.map((at) => at.slice(8, 10))).toEqual(["03"]);
});
