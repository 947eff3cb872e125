/** The laws of warmth and of nudges, on ties of every kind. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayInZone } from "../../../src/domain/warmth/moments";
import { comingNudges, nextNudge } from "../../../src/domain/warmth/nudge";
import type { Tie, TieContact } from "../../../src/domain/warmth/tie";
import { warmth } from "../../../src/domain/warmth/warmth";
import { now, tie } from "./ties";

const DAY = 86_400_000;
const atNow = new Date(now).toISOString();
const callOfNow: TieContact = { at: atNow, channel: "call", begun_by: null, answered_at: null };

test("contact of now in both directions never cools", () => {
  fc.assert(
    fc.property(tie, fc.constantFrom("in_person", "call", "message"), (given, channel) => {
      const more = {
        ...given,
        contacts: [...given.contacts, { ...callOfNow, channel } as TieContact],
      };

      expect(warmth(more, now).warmth).toBeGreaterThanOrEqual(warmth(given, now).warmth);
    }),
  );
});

test("without contact, kept promise or introduction nothing grows warmer", () => {
  const days = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(tie.map(ofLastYear), days, days, (given, one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)];

      const before = warmth(given, now + early * DAY).warmth;
      expect(warmth(given, now + late * DAY).warmth).toBeLessThanOrEqual(before);
    }),
  );
});

test("the order of arrival does not matter", () => {
  fc.assert(
    fc.property(tie, (given) => {
      const other = {
        ...given,
        contacts: given.contacts.toReversed(),
        kept: given.kept.toSorted(),
      };

      expect(warmth(other, now)).toEqual(warmth(given, now));
      expect(comingNudges(other, now)).toEqual(comingNudges(given, now));
    }),
  );
});

test("nudges come one after the other, each for another reason", () => {
  fc.assert(
    fc.property(tie, (given) => {
      const days = comingNudges(given, now).map(({ due_on }) => due_on);
      const reasons = comingNudges(given, now).map(({ why }) => why);

      expect(days).toEqual([...new Set(days)].sort());
      expect(reasons).toEqual([...new Set(reasons)]);
    }),
  );
});

test.each<[string, (given: Tie) => Partial<Tie>]>([
  ["contact of now", ({ contacts }) => ({ contacts: [...contacts, callOfNow] })],
  ["letting it pass", () => ({ passed_at: atNow })],
  ["tomorrow", ({ zone }) => ({ put_off_to: dayInZone(now + DAY, zone) })],
  ["letting go", () => ({ let_go_at: atNow })],
])("after %s no nudge is open today", (_, answer) => {
  fc.assert(
    fc.property(tie, (given) => {
      const nudge = nextNudge({ ...given, ...answer(given) }, now);

      if (nudge) expect(nudge.due_on > dayInZone(now, given.zone)).toBe(true);
    }),
  );
});

/** Leaves out what lies ahead, and what would leave the window of the balance meanwhile. */
function ofLastYear(given: Tie): Tie {
  const isOfLastYear = (at: string | null) =>
    at !== null && Date.parse(at) <= now && Date.parse(at) > now - 365 * DAY;
  const { added_at, contacts, kept, broken, introduced } = given;
  return {
    ...given,
    added_at: isOfLastYear(added_at) ? added_at : null,
    contacts: contacts
      .filter(({ at }) => isOfLastYear(at))
      .map((one) => ({
        ...one,
        answered_at: isOfLastYear(one.answered_at) ? one.answered_at : null,
      })),
    kept: kept.filter(isOfLastYear),
    broken: broken.filter(isOfLastYear),
    introduced: introduced.filter(isOfLastYear),
  };
}
