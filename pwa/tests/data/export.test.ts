/** An export holds everything on the device that was not deleted, synced or not. */
import { expect, test } from "vitest";
import { device } from "../cast";

test("what was captured is in the export, and what was deleted is not", async () => {
  const phone = await device();
  const { exportEverything } = await import("../../src/data/export");
  const [ana, ben] = [phone.newId(), phone.newId()];
  await phone.write(
    { kind: "person", id: ana, set: { name: "Ana" } },
    { kind: "person", id: ben, set: { name: "Ben" } },
  );
  await phone.write({ kind: "person", id: ben, action: "delete" });

  const { records } = await exportEverything(new Date());

  expect(records).toEqual([{ kind: "person", id: ana, body: { name: "Ana" } }]);
});
