/** Records from the server that this device could not keep; they are safe there and hold nothing else up. */
import { announce } from "./announce";
import { db, inTransaction } from "./db";
import type { Device, SetAside } from "./types";

/** Return the records that this device could not keep. */
export async function recordsSetAside(): Promise<SetAside[]> {
  return ((await (await db()).get("meta", "set_aside")) as SetAside[] | undefined) ?? [];
}

/**
 * Go back to before these records, so that the next round pulls them again: this app may be newer than
 * the one that could not keep them.
 * Pulling again what is known already changes nothing.
 */
export async function pullSetAsideAgain(): Promise<void> {
  if ((await recordsSetAside()).length === 0) return;
  await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const device = (await meta.get("device")) as Device | undefined;
    const aside = ((await meta.get("set_aside")) as SetAside[] | undefined) ?? [];
    const lowest = Math.min(...aside.map(({ seq }) => seq));
    if (!device || device.cursor < lowest) return;
    const place = device.marks?.findLast(({ cursor }) => cursor < lowest);
    await meta.put({ ...device, cursor: 0, mark: null, ...place }, "device");
  });
  announce(["round"]);
}
