/** Exports everything on this device, without a server. */
import { db, recordStores } from "./db";
import type { Body } from "./types";

/** An export file: all records, in the form that a restore reads. */
export interface Export {
  format: "earshot";
  format_version: 1;
  exported_at: string;
  records: { kind: string; id: string; body: Body }[];
}

/** Collect all records that are not deleted, including kinds that only a newer client knows. */
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
