/** A database that never answers is noticed, and is used once it does. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.useRealTimers());

test("a database that does not answer shows the notice, until it answers after all", async () => {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  // An old page that never closes its connection keeps the newer build from opening the database.
  const old = await openDB("earshot", 1);
  const { db } = await import("../../src/data/db");
  const { storageError } = await import("../../src/data/storage_error");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  const opened = db();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(storageError()).toBeNull();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(storageError()).toBe("unavailable");

  vi.useRealTimers();
  old.close();
  await opened;
  expect(storageError()).toBeNull();
});
