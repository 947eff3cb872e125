/** Everything that lies on this device, for an export that needs no server. */
import { db, recordStores } from "./db";
import type { Body } from "./types";

export interface Export {
  format: "earshot";
  format_version: 1;
  exported_at: string;
  records: { kind: string; id: string; body: Body }[];
}

/** Gather all records that were not deleted, kinds of a newer client included. */
export async function exportEverything(now: Date): Promise<Export> {
  const database = await db();
  const stored = await Promise.all(recordStores.map((store) => database.getAll(store)));
  const present = stored.flat().filter(({ deleted_at }) => deleted_at === null);
  return {
    format: "earshot",
    format_version: 1,
    exported_at: now.toISOString(),
    records: present.map(({ kind, id, body }) => ({ kind, id, body })),
  };
}
