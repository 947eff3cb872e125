/** Judges a run once all is healed: all equal, nothing lost, nothing twice, nothing foreign, outboxes empty. */
import { expect } from "vitest";
import type { RecordHistory } from "../../src/screens/history/history_pages";
import { type Device, outboxOf } from "../cast";
import type { RealServer } from "../sync/real_server";
import type { Player, World } from "./world";

/** Sync all devices until nothing is left to send; what was delayed comes first. */
export async function heal({ players }: World): Promise<void> {
  for (const { browser, late } of players) {
    for (const round of late.splice(0)) await browser.send(round);
  }
  for (let turn = 0; turn < 3; turn++) {
    for (const { device, browser } of players) {
      expect(await device.runRound(browser.send)).toMatchObject({ state: "synced" });
    }
  }
}

/** Judge the devices of one account, and what the server keeps for it. */
export async function judge(server: RealServer, players: Player[]): Promise<void> {
  const [first] = players as [Player, ...Player[]];
  const shown = shownBy(server, first.account.id);
  for (const { device } of players) {
    expect(await shownOn(device), "equal").toEqual(shown);
    expect(await outboxOf(device), "outbox").toEqual([]);
  }

  const said = new Map<string, string>();
  for (const { browser, wrote } of players) {
    for (const { id, value } of wrote.values()) {
      if (!said.has(id)) said.set(id, await everSaid(browser, id));
      expect(said.get(id), `nothing lost: ${value}`).toContain(value);
    }
  }
  for (const { name, notes, kept } of shown) {
    // A text that holds two versions says so.
    if (kept.length === 0) expect(doubled(`${name} ${notes}`), "twice").toEqual([]);
  }
}

/** Judge that nothing of one account lies with a device of the other. */
export async function judgeForeign(one: Player[], other: Player[]): Promise<void> {
  const theirs = new Set(one.flatMap(({ wrote }) => [...wrote.values()].map(({ value }) => value)));
  for (const { device } of other) {
    const held = JSON.stringify(await shownOn(device));
    expect([...theirs].filter((value) => held.includes(value))).toEqual([]);
  }
}

function shownBy(server: RealServer, accountId: string) {
  return server
    .dump(accountId)
    .filter(({ deleted_at }) => deleted_at === null)
    .map(({ id, seq, body, kept }) => ({
      id,
      seq,
      ...readable(JSON.parse(body), JSON.parse(kept)),
    }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

async function shownOn(device: Device) {
  const people = await device.people();
  return people
    .map(({ id, seq, body, kept }) => ({ id, seq, ...readable(body, kept) }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** The two fields of these runs, and which of them hold something beside. */
function readable({ name, notes }: { name?: string; notes?: string }, kept: object) {
  return { name: name ?? "", notes: notes ?? "", kept: Object.keys(kept) };
}

/** What stands, what stands beside it, and what history keeps. */
async function everSaid(browser: Player["browser"], id: string): Promise<string> {
  const answer = await browser.get<RecordHistory>(`/api/history/${id}`);
  return JSON.stringify(answer.ok ? answer.body : {});
}

function doubled(text: string): string[] {
  const words: string[] = text.match(/w\d+w/g) ?? [];
  return words.filter((word, at) => words.indexOf(word) !== at);
}
