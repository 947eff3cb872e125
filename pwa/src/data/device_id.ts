/** By which name the server knows this device; the worker asks too. */
import { db } from "./db";
import type { Device } from "./types";

/** Give the name by which the server knows this device, once it has one. */
export async function deviceId(): Promise<string | undefined> {
  return ((await (await db()).get("meta", "device")) as Device | undefined)?.device_id;
}
