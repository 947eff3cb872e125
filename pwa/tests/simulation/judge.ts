/** Judges a run once all is healed: all equal, nothing lost, nothing twice, nothing foreign, outboxes empty. */
import { expect } from "vitest";
import type { Past } from "../../src/history/past";
import { type Device, outboxOf } from "../cast";
import type { Player } from "./steps";

/** Let everybody sync until nothing is left to say. */
export async function heal(players: Player[]): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    for (const { device, browser } of players) {
      expect(await device.exchange(browser.send)).toMatchObject({ state: "synced" });
    }
  }
}

/** Judge the devices of one account, and what the server keeps for it. */
export async function judge(players: Player[]): Promise<void> {
  const [first, ...others] = players as [Player, ...Player[]];
  const shown = await shownOn(first.device);
  for (const { device } of others) expect(await shownOn(device), "equal").toEqual(shown);
  for (const { device } of players) expect(await outboxOf(device), "outbox").toEqual([]);

  const said = new Map<string, string>();
  for (const { browser, wrote } of players) {
    for (const { id, value } of wrote.values()) {
      if (!said.has(id)) said.set(id, await everSaid(browser, id));
      expect(said.get(id), `nothing lost: ${value}`).toContain(value);
    }
  }
  for (const { body } of shown) expect(doubled(`${body.name} ${body.notes}`), "twice").toEqual([]);
}

/** Judge that nothing of one account lies with a device of the other. */
export async function judgeForeign(one: Player[], other: Player[]): Promise<void> {
  const theirs = new Set(one.flatMap(({ wrote }) => [...wrote.values()].map(({ value }) => value)));
  for (const { device } of other) {
    const held = JSON.stringify(await shownOn(device));
    expect([...theirs].filter((value) => held.includes(value))).toEqual([]);
  }
}

async function shownOn(device: Device) {
  const people = await device.people();
  return people
    .map(({ id, seq, body, kept }) => ({ id, seq, body, kept }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** What stands, what stands beside it, and what history keeps. */
async function everSaid(browser: Player["browser"], id: string): Promise<string> {
  const answer = await browser.get<Past>(`/api/history/${id}`);
  return JSON.stringify(answer.ok ? answer.body : {});
}

function doubled(text: string): string[] {
  const words: string[] = text.match(/w\d+w/g) ?? [];
  return words.filter((word, at) => words.indexOf(word) !== at);
}
