/** That the server was put back, noted by the round that noticed it until the person has read it. */
import { announce } from "./announce";
import { db } from "./db";

/** Tell whether the server was put back, and whether what it lacks is still on its way. */
export async function serverRollback(): Promise<"sending" | "sent" | undefined> {
  const database = await db();
  if (!(await database.get("meta", "put_back_at"))) return undefined;
  const device = await database.get("meta", "device");
  const isPulling = typeof device === "object" && "resyncing" in device;
  return isPulling || (await database.count("outbox")) > 0 ? "sending" : "sent";
}

/** Say no more of it. */
export async function dismissServerRollback(): Promise<void> {
  await (await db()).delete("meta", "put_back_at");
  announce(["standing"]);
}
