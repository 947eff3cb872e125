/** Learning: what counts, that counters add up, and that the best style is found. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addCounters,
  type CountedConversation,
  type Counters,
  chooseStyle,
  countConversations,
  learningSummary,
  noCounters,
} from "../../../src/domain/prompts/learning";
import { type Style, styles } from "../../../src/domain/prompts/prompt";
import { seeded } from "./talks";

const talk: CountedConversation = {
  style: "say_it_back",
  shown_at: "2026-05-12T18:00:00Z",
  card_written_at: "2026-05-12T18:20:00Z",
  problem_added_at: null,
  promise_added_at: null,
  contact_both_ways_at: null,
};
const nextDay = new Date("2026-05-13T09:00:00Z");
const count = fc.record({ uses: fc.nat(), successes: fc.nat(), failures: fc.nat() });
const counters = fc.record({
  open_question: count,
  say_it_back: count,
  concrete_follow_up: count,
}) as fc.Arbitrary<Counters>;

function counted(changes: Partial<CountedConversation>, now = nextDay) {
  return countConversations([{ ...talk, ...changes }], now).say_it_back;
}

test("a problem or a promise added within twelve hours is a success", () => {
  const success = { uses: 1, successes: 1, failures: 0 };

  expect(counted({ problem_added_at: "2026-05-12T18:30:00Z" })).toEqual(success);
  expect(counted({ promise_added_at: "2026-05-13T06:00:00Z" })).toEqual(success);
});

test("a card that holds neither after twelve hours is a failure, and nothing before", () => {
  expect(counted({})).toEqual({ uses: 1, successes: 0, failures: 1 });
  expect(counted({}, new Date("2026-05-13T05:59:00Z"))).toEqual(noCounters().say_it_back);
  expect(counted({ problem_added_at: "2026-05-13T06:00:01Z" }).failures).toBe(1);
  expect(counted({ problem_added_at: "2026-05-12T17:00:00Z" }).failures).toBe(1);
});

test("a talk without a card counts as nothing", () => {
  const contact_both_ways_at = "2026-05-20T09:00:00Z";

  expect(counted({ card_written_at: null, contact_both_ways_at })).toEqual(
    noCounters().say_it_back,
  );
});

test("contact in both directions within thirty days adds two successes, later contact none", () => {
  const problem_added_at = "2026-05-12T18:30:00Z";
  const soon = counted({ problem_added_at, contact_both_ways_at: "2026-06-11T18:00:00Z" });
  const late = counted({ problem_added_at, contact_both_ways_at: "2026-06-11T18:00:01Z" });

  expect(soon).toEqual({ uses: 1, successes: 3, failures: 0 });
  expect(late.successes).toBe(1);
});

test("counters of two devices add up in any order", () => {
  fc.assert(
    fc.property(counters, counters, counters, (phone, laptop, tablet) => {
      const all = addCounters(phone, laptop, tablet);

      expect(addCounters(tablet, addCounters(laptop, phone))).toEqual(all);
      expect(addCounters(all, noCounters())).toEqual(all);
      expect(all.say_it_back.uses).toBe(
        phone.say_it_back.uses + laptop.say_it_back.uses + tablet.say_it_back.uses,
      );
    }),
  );
});

test("nothing is claimed below eight uses", () => {
  expect(learningSummary({ uses: 7, successes: 7, failures: 0 })).toBeNull();
  expect(learningSummary({ uses: 8, successes: 6, failures: 2 })).toEqual({ n: 8, share: 0.75 });
});

test("a style that is not at hand is never chosen", () => {
  const draw = seeded(3);
  const chosen = Array.from({ length: 500 }, () =>
    chooseStyle(["say_it_back", "concrete_follow_up"], noCounters(), draw),
  );

  expect(new Set(chosen)).toEqual(new Set(["say_it_back", "concrete_follow_up"]));
});

test("a style that always failed still comes three times in a hundred", () => {
  const counters = addCounters(noCounters(), {
    open_question: { uses: 900, successes: 900, failures: 0 },
    say_it_back: { uses: 900, successes: 0, failures: 900 },
    concrete_follow_up: { uses: 900, successes: 0, failures: 900 },
  });
  const draw = seeded(5);
  const chosen = Array.from({ length: 4000 }, () => chooseStyle([...styles], counters, draw));

  for (const style of styles) expect(shareOf(style, chosen)).toBeGreaterThan(0.025);
});

test("the best style takes most of the last fifty of 120 talks in nine runs of ten", () => {
  const works = { open_question: 0.35, say_it_back: 0.65, concrete_follow_up: 0.35 };
  const runs = Array.from({ length: 500 }, (_, run) => simulate(works, seeded(run)));
  const found = runs.filter((chosen) => shareOf("say_it_back", chosen.slice(-50)) >= 0.7);

  console.log(`best style found in ${found.length} of 500 runs`);
  expect(found.length).toBeGreaterThanOrEqual(450);
  for (const style of styles) expect(shareOf(style, runs.flat())).toBeGreaterThanOrEqual(0.03);
});

function simulate(works: Record<Style, number>, draw: () => number): Style[] {
  const counters = noCounters();
  return Array.from({ length: 120 }, () => {
    const style = chooseStyle([...styles], counters, draw);
    counters[style].uses++;
    if (draw() < works[style]) counters[style].successes++;
    else counters[style].failures++;
    return style;
  });
}

function shareOf(style: Style, chosen: Style[]): number {
  return chosen.filter((one) => one === style).length / chosen.length;
}
