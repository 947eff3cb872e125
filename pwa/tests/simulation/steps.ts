/** What can happen in a simulated run, and how each thing is done to a device. */
import fc from "fast-check";
import { vi } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Account } from "../../src/records/stored";
import type { Send } from "../../src/sync/protocol";
import { type Device, device } from "../cast";
import type { Browser } from "../sync/real_server";

export interface Player {
  account: Account;
  browser: Browser;
  device: Device;
  skewHours: number;
  /** The last value that this device wrote, by record and field; gone once it deleted the record. */
  wrote: Map<string, { id: string; value: string }>;
}

const RECORDS = 4;
const ids = Array.from({ length: RECORDS }, (_, n) => `0198c0de-0000-7000-8000-00000000000${n}`);
const TEN_YEARS_HOURS = 87_600;

const fate = fc.constantFrom("arrives", "request lost", "reply lost", "twice");
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
);

export type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** Let one thing happen; `nth` makes what is written unlike anything else. */
export async function perform(at: Player, step: Step, nth: number): Promise<void> {
  vi.setSystemTime(Date.UTC(2026, 4, 4) + nth * 1000 + at.skewHours * 3_600_000);
  switch (step.does) {
    case "round":
      await at.device.exchange(faulty(at.browser.send, step.fates));
      return;
    case "kill":
      (await at.device.db()).close();
      at.device = await device(undefined, at.device.disk);
      return;
    case "skew":
      at.skewHours = step.hours;
      return;
    case "delete":
      for (const field of ["name", "notes"]) at.wrote.delete(`${step.id} ${field}`);
      await at.device.write({ kind: "person", id: step.id, action: "delete" });
      return;
    case "restore":
      await at.device.write({ kind: "person", id: step.id, action: "restore" });
      return;
    default:
      at.wrote.set(`${step.id} ${step.does}`, { id: step.id, value: `w${nth}w` });
      await at.device.write({ kind: "person", id: step.id, set: { [step.does]: `w${nth}w` } });
  }
}

function faulty(send: Send, fates: string[]): Send {
  const left = [...fates];
  return async (round) => {
    const met = left.shift() ?? "arrives";
    if (met === "request lost") return OFFLINE;
    const answer = await send(round);
    if (met === "twice") return send(round);
    return met === "reply lost" ? OFFLINE : answer;
  };
}
