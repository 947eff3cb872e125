/** Counts how many rows IndexedDB hands out of each store, as only the database itself can tell. */
import { vi } from "vitest";

/** Run some work and return, by store, the number of rows that it read. */
export async function rowsReadBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const spies = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((source) =>
    (["get", "getAll"] as const).map((method) => watch(source, method, rows)),
  );
  await work();
  for (const spy of spies) spy.mockRestore();
  return rows;
}

function watch(
  source: IDBObjectStore | IDBIndex,
  method: "get" | "getAll",
  rows: Record<string, number>,
) {
  const real = source[method] as (...query: unknown[]) => IDBRequest;
  const spy = vi.spyOn(source as IDBObjectStore, method);
  return spy.mockImplementation(function (this: IDBObjectStore | IDBIndex, ...query: unknown[]) {
    const request = real.apply(this, query);
    const store = "objectStore" in this ? this.objectStore.name : this.name;
    request.addEventListener("success", () => {
      rows[store] = (rows[store] ?? 0) + [request.result].flat().filter(Boolean).length;
    });
    return request;
  });
}
