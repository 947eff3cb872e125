/** Who takes part in a simulated run, and what they wrote that must not get lost. */
import type { Account } from "../../src/data/types";
import type { Round } from "../../src/sync/protocol";
import { type Device, device, outboxOf } from "../cast";
import { Browser, type RealServer } from "../sync/real_server";

export interface Player {
  account: Account;
  browser: Browser;
  device: Device;
  skewHours: number;
  /** Requests that will arrive once more, later. */
  late: Round[];
  /** The last value that this device wrote, by record and field; gone once it deleted the record. */
  wrote: Map<string, { id: string; value: string }>;
}

export interface World {
  server: RealServer;
  players: Player[];
  isBackedUp: boolean;
  wasPutBack: boolean;
}

let accounts = 0;

/** Return Ada with two devices and Ben with one, all of them new. */
export async function newWorld(server: RealServer): Promise<World> {
  const players = [...(await owner(server, "ada", 2)), ...(await owner(server, "ben", 1))];
  return { server, players, isBackedUp: false, wasPutBack: false };
}

/** What stood on the server alone, and in no such file, nobody can bring back after a put-back. */
export async function excuseWhatOnlyTheServerHad(world: World, file: string): Promise<void> {
  for (const { account } of world.players) {
    const theirs = world.players.filter((one) => one.account.id === account.id);
    const held = await Promise.all(theirs.map(({ device }) => everythingOn(device)));
    const left = [...held, world.server.everything(account.id, file)].join();
    for (const { wrote } of theirs) {
      for (const [key, { value }] of wrote) if (!left.includes(value)) wrote.delete(key);
    }
  }
}

async function owner(server: RealServer, name: string, devices: number): Promise<Player[]> {
  const browser = new Browser(server);
  const account = await browser.signUp(`${name}${++accounts}@example.org`);
  const players: Player[] = [];
  for (let nth = 0; nth < devices; nth++) {
    const own = { account, browser, device: await device(account) };
    players.push({ ...own, skewHours: 0, late: [], wrote: new Map() });
  }
  return players;
}

async function everythingOn(device: Device): Promise<string> {
  const records = await (await device.db()).getAll("person");
  const present = records.filter(({ deleted_at }) => deleted_at === null);
  return JSON.stringify([present, await outboxOf(device)]);
}
