/** What can happen in a simulated run, and how each thing is done to a device or to the server. */
import fc from "fast-check";
import { vi } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Round, Send } from "../../src/sync/protocol";
import { device } from "../cast";
import { excuseWhatOnlyTheServerHad, type Player, type World } from "./world";

const RECORDS = 4;
const ids = Array.from({ length: RECORDS }, (_, n) => `0198c0de-0000-7000-8000-00000000000${n}`);
const TEN_YEARS_HOURS = 87_600;

const fate = fc.constantFrom("arrives", "request lost", "reply lost", "twice", "once more later");
const id = fc.constantFrom(...ids);
const player = fc.nat(2);

/** Any one thing that can happen. */
export const anyStep = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant("name" as const), id, player }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("notes" as const), id, player }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("delete" as const), id, player }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("restore" as const), id, player }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("round" as const),
      fates: fc.array(fate, { maxLength: 3 }),
      player,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("kill" as const), player }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("skew" as const),
      hours: fc.integer({ min: -TEN_YEARS_HOURS, max: TEN_YEARS_HOURS }),
      player,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("back up" as const), player }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("put back" as const), player }) },
);

export type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** Do one thing; `nth` makes what is written unlike anything else. */
export async function perform(world: World, step: Step, nth: number): Promise<void> {
  const at = world.players[step.player] as Player;
  vi.setSystemTime(Date.UTC(2026, 4, 4) + nth * 1000 + at.skewHours * 3_600_000);
  switch (step.does) {
    case "round":
      return carry(at, step.fates);
    case "kill":
      return kill(at);
    case "skew":
      at.skewHours = step.hours;
      return;
    case "back up":
      return backUp(world);
    case "put back":
      return putBack(world);
    case "delete":
      for (const field of ["name", "notes"]) at.wrote.delete(`${step.id} ${field}`);
      return at.device.write({ kind: "person", id: step.id, action: "delete" });
    case "restore":
      return at.device.write({ kind: "person", id: step.id, action: "restore" });
    default:
      at.wrote.set(`${step.id} ${step.does}`, { id: step.id, value: `w${nth}w` });
      await at.device.write({ kind: "person", id: step.id, set: { [step.does]: `w${nth}w` } });
      if (world.wasPutBack) await excuseWhatOnlyTheServerHad(world, world.server.present);
  }
}

async function kill(at: Player): Promise<void> {
  (await at.device.db()).close();
  at.device = await device(undefined, at.device.disk);
}

async function backUp(world: World): Promise<void> {
  world.isBackedUp = true;
  await world.server.backUp();
}

async function putBack(world: World): Promise<void> {
  if (!world.isBackedUp) return;
  world.wasPutBack = true;
  await excuseWhatOnlyTheServerHad(world, world.server.copy);
  for (const player of world.players) player.late = [];
  await world.server.putBack();
}

/** Requests that were held up come again behind the others, as a network may do it. */
async function carry(at: Player, fates: string[]): Promise<void> {
  const late = at.late.splice(0);
  await at.device.runRound(faulty(at, fates));
  for (const round of late) await at.browser.send(round);
}

function faulty({ browser, late }: Player, fates: string[]): Send {
  const left = [...fates];
  return async (round: Round) => {
    const met = left.shift() ?? "arrives";
    if (met === "request lost") return OFFLINE;
    const answer = await browser.send(round);
    if (met === "once more later") late.push(round);
    if (met === "twice") return browser.send(round);
    return met === "reply lost" ? OFFLINE : answer;
  };
}
