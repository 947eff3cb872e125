/** Keeps a card at each keystroke: one write at a time, the latest state always the last one stored. */

import { defaults } from "../../data/kinds.gen";
import { type Write, write } from "../../data/write";
import type { Wanted } from "./card";

/** How far what stands on the screen is stored; nothing, when nothing stands there. */
export type Keeping = "nothing" | "writing" | "kept" | "failed";

export interface Keeper {
  /** Keep this state in place of the one before. */
  keep: (wanted: Wanted[]) => void;
  state: () => Keeping;
}

const RETRY_MS = 1500;

/**
 * Keep one card from now on; what cannot be stored is tried again until it can.
 * takes: the records that are stored already; whom to tell how it goes
 */
export function keeper(already: Wanted[], tell: (keeping: Keeping) => void): Keeper {
  let kept = already;
  let latest = already;
  let state: Keeping = "nothing";
  let isBusy = false;

  function enter(reached: Keeping) {
    state = reached;
    tell(reached);
  }

  async function storeLatest() {
    isBusy = true;
    while (kept !== latest) {
      const wanted = latest;
      if (await store(changesBetween(kept, wanted))) kept = wanted;
      else {
        enter("failed");
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    isBusy = false;
    enter(kept.length > 0 ? "kept" : "nothing");
  }

  return {
    keep(wanted) {
      if (changesBetween(latest, wanted).length === 0) return;
      latest = wanted;
      if (state !== "failed") enter("writing");
      if (!isBusy) void storeLatest();
    },
    state: () => state,
  };
}

/** Say what must be written so that the device holds what is wanted and nothing else of the card. */
export function changesBetween(kept: Wanted[], wanted: Wanted[]): Write[] {
  const before = new Map(kept.map((record) => [record.id, record]));
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = kept.filter(({ id }) => !ids.has(id));
  return [
    ...wanted.flatMap((record) => changeOf(record, before.get(record.id))),
    ...gone.map(takenBack),
  ];
}

/** What the card made goes; of somebody known only what the card added goes. */
function takenBack(record: Wanted): Write {
  const { kind, id } = record;
  if (!("isKnown" in record)) return { kind, id, action: "delete" };
  return { kind, id, set: unsaid(record, {}) } as Write;
}

/** Give the defaults of the fields that were said before and are not said any more. */
function unsaid({ kind, set }: Wanted, now: object): object {
  const names = Object.keys(set).filter((name) => !(name in now));
  return Object.fromEntries(
    Object.entries(defaults[kind]).filter(([name]) => names.includes(name)),
  );
}

function changeOf(record: Wanted, before: Wanted | undefined): Write[] {
  const had = new Map(Object.entries(before?.set ?? {}));
  const said = { ...(before && unsaid(before, record.set)), ...record.set };
  const news = Object.entries(said).filter(([field, value]) => !isSame(value, had.get(field)));
  if (before && news.length === 0) return [];
  return [{ kind: record.kind, id: record.id, set: Object.fromEntries(news) } as Write];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function store(changes: Write[]): Promise<boolean> {
  return write(...changes).then(
    () => true,
    () => false,
  );
}
