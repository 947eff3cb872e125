/** Saves a card at each keystroke: one write at a time, the latest state always last. */

import { defaults } from "../../data/kinds.gen";
import { type Write, write } from "../../data/write";
import type { NoteRecord } from "./card";

/** Whether what is on the screen is stored; `empty` where there is nothing to store. */
export type SaveState = "empty" | "saving" | "saved" | "failed";

export interface Autosave {
  /** Save these records in place of the previous ones. */
  save: (wanted: NoteRecord[]) => void;
  state: () => SaveState;
}

const RETRY_MS = 1500;

/**
 * Create the autosave of one card; a failed write is tried again until it succeeds.
 * @param already - the records that are stored already
 * @param report - called with each change of the save state
 */
export function createAutosave(
  already: NoteRecord[],
  report: (state: SaveState) => void,
): Autosave {
  let stored = already;
  let latest = already;
  let state: SaveState = "empty";
  let isBusy = false;

  function setState(next: SaveState) {
    state = next;
    report(next);
  }

  async function storeLatest() {
    isBusy = true;
    while (stored !== latest) {
      const wanted = latest;
      if (await store(changesBetween(stored, wanted))) stored = wanted;
      else {
        setState("failed");
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    isBusy = false;
    setState(stored.length > 0 ? "saved" : "empty");
  }

  return {
    save(wanted) {
      if (changesBetween(latest, wanted).length === 0) return;
      latest = wanted;
      if (state !== "failed") setState("saving");
      if (!isBusy) void storeLatest();
    },
    state: () => state,
  };
}

/** Return the writes that turn the stored records of a card into the wanted ones. */
export function changesBetween(stored: NoteRecord[], wanted: NoteRecord[]): Write[] {
  const before = new Map(stored.map((record) => [record.id, record]));
  const ids = new Set(wanted.map(({ id }) => id));
  const removed = stored.filter(({ id }) => !ids.has(id));
  return [
    ...wanted.flatMap((record) => changeOf(record, before.get(record.id))),
    ...removed.map(undoRecord),
  ];
}

/** A record that the card created is deleted; of a known person only the added fields are reset. */
function undoRecord(record: NoteRecord): Write {
  const { kind, id } = record;
  if (!("isKnown" in record)) return { kind, id, action: "delete" };
  return { kind, id, set: clearedFields(record, {}) } as Write;
}

/** Return the default values of the fields that were set before and are not set any more. */
function clearedFields({ kind, set }: NoteRecord, now: object): object {
  const names = Object.keys(set).filter((name) => !Object.hasOwn(now, name));
  return Object.fromEntries(
    Object.entries(defaults[kind]).filter(([name]) => names.includes(name)),
  );
}

function changeOf(record: NoteRecord, before: NoteRecord | undefined): Write[] {
  const had = new Map(Object.entries(before?.set ?? {}));
  const next = { ...(before && clearedFields(before, record.set)), ...record.set };
  const changed = Object.entries(next).filter(([field, value]) => !isSame(value, had.get(field)));
  if (before && changed.length === 0) return [];
  return [{ kind: record.kind, id: record.id, set: Object.fromEntries(changed) } as Write];
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
