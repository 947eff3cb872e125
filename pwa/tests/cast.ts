/** The cast: each device runs its own copy of the real code over its own database. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { Account, OutboxRow, Stored } from "../src/data/types";

export const ADA: Account = {
  id: "0198c0de-0000-7000-8000-00000000ada0",
  email: "ada@example.org",
};
export const BEN: Account = {
  id: "0198c0de-0000-7000-8000-00000000be11",
  email: "ben@example.org",
};

export type Device = Awaited<ReturnType<typeof device>>;

/** Return a new device, or one restarted on its disk; signed in when an account is given. */
export async function device(signedInAs?: Account, disk = new IDBFactory()) {
  vi.resetModules();
  globalThis.indexedDB = disk;
  const parts = {
    disk,
    ...(await import("../src/data/db")),
    ...(await import("../src/data/write")),
    ...(await import("../src/data/queries")),
    ...(await import("../src/data/account")),
    ...(await import("../src/data/forget")),
    ...(await import("../src/data/export")),
    ...(await import("../src/data/ids")),
    ...(await import("../src/data/set_aside")),
    ...(await import("../src/data/device_state")),
    ...(await import("../src/sync/round")),
  };
  await parts.db();
  if (signedInAs) await parts.claimDevice(signedInAs);
  return parts;
}

/** Return everything that waits in a device's outbox. */
export async function outboxOf({ db }: Device): Promise<OutboxRow[]> {
  return (await db()).getAll("outbox");
}

/** Return a record as it is in the database, deleted or not. */
export async function storedAt({ db, storeOf }: Device, kind: string, id: string): Promise<Stored> {
  return (await (await db()).get(storeOf(kind), id)) as Stored;
}
