/** A server small enough to be read at a glance: docs/sync.md without merging of texts and lists. */
import type { Answer, Refusal } from "../../src/api";
import type { Code } from "../../src/data/kinds.gen";
import type { Change, News, Reply, Result, Round } from "../../src/sync/protocol";

interface KnownDevice {
  last_number: number;
  results: Map<number, { said: string; result: Result }>;
}

export class ServerModel {
  head = 0;
  epoch = "first";
  records = new Map<string, News>();
  taken: Change[] = [];
  changesAtMost = 500;
  maxBytes = Number.POSITIVE_INFINITY;
  private devices = new Map<string, KnownDevice>();

  constructor(readonly accountId: string) {}

  /** Answer one round. */
  answer(round: Round): Answer<Reply> {
    const device = this.devices.get(round.device_id) ?? { last_number: 0, results: new Map() };
    const known = { head: this.head, last_number: device.last_number };
    if (round.account_id !== this.accountId) return refusal(409, "wrong_account");
    if (round.changes.length > this.changesAtMost) return refusal(413, "too_large");
    if (round.epoch !== null && round.epoch !== this.epoch) return refusal(409, "resync", known);
    if (round.cursor > this.head || round.last_answered > device.last_number)
      return refusal(409, "resync", known);
    const first = round.changes[0]?.number ?? 0;
    if (first > device.last_number + 1) return refusal(409, "seq_gap", known);
    if (round.changes.some((change) => isOther(device, change)))
      return refusal(409, "device_forked");
    this.devices.set(round.device_id, device);
    const before = structuredClone(this.records);
    const results = round.changes.map((change) => this.result(device, change));
    const touched = round.changes.map(({ id }) => id);
    const unseen = touched.filter((id) => (before.get(id)?.seq ?? 0) > round.cursor);
    return { ok: true, status: 200, body: { ...this.news(round, new Set(unseen)), results } };
  }

  /** Remove a record for good, as the server's own call does. */
  purge(id: string): void {
    const held = this.records.get(id);
    if (!held) return;
    this.head += 1;
    const deleted_at = new Date().toISOString();
    this.records.set(id, { ...held, seq: this.head, body: {}, deleted_at, purged: true });
  }

  /** Return everything that has to survive a loss of this server. */
  backup(): ServerModel {
    const copy = new ServerModel(this.accountId);
    copy.head = this.head;
    copy.records = structuredClone(this.records);
    copy.taken = [...this.taken];
    copy.devices = structuredClone(this.devices);
    return copy;
  }

  private result(device: KnownDevice, change: Change): Result {
    const before = device.results.get(change.number);
    if (before) return { ...before.result, seen_before: true };
    const result = this.take(change);
    device.last_number = change.number;
    device.results.set(change.number, { said: JSON.stringify(change), result });
    return result;
  }

  private take(change: Change): Result {
    const { number, kind, id } = change;
    const refused = { number, outcome: "rejected", seen_before: false, seq: null } as const;
    const held = this.records.get(id);
    if (change.set?.name === "refuse me") {
      return { ...refused, code: "invalid_value", fields: { name: "invalid_value" } };
    }
    if (!held && change.action !== "set") return { ...refused, code: "no_record" };
    const isLarger = JSON.stringify(change.set).length > JSON.stringify(held?.body ?? null).length;
    if (change.action !== "delete" && isLarger && this.usedBytesWith(change) > this.maxBytes)
      return { ...refused, code: "quota" };
    this.head += 1;
    this.taken.push(change);
    const deleted_at = change.action === "delete" ? new Date().toISOString() : null;
    const body = Object.fromEntries(
      Object.entries({ ...held?.body, ...change.set }).filter(([, value]) => value !== null),
    );
    this.records.set(id, { kind, id, seq: this.head, body, deleted_at });
    return { number, outcome: "applied", seen_before: false, seq: this.head };
  }

  private usedBytesWith({ id, set }: Change): number {
    const others = [...this.records.values()].filter((one) => one.id !== id && !one.deleted_at);
    return JSON.stringify([...others.map(({ body }) => body), set]).length;
  }

  /** What this device may not have as it is comes along beyond the page. */
  private news(round: Round, unseen: Set<string>): Omit<Reply, "results"> {
    const above = [...this.records.values()].filter(({ seq }) => seq > round.cursor);
    const page = above.sort((a, b) => a.seq - b.seq).slice(0, round.limit);
    const beyond = above.slice(round.limit).filter(({ id }) => unseen.has(id));
    const records = [...page, ...beyond].map((one) => ({
      ...one,
      body: one.deleted_at ? {} : one.body,
    }));
    return {
      epoch: this.epoch,
      records,
      cursor: page.at(-1)?.seq ?? round.cursor,
      mark: "mark",
      more: above.length > page.length,
      head: this.head,
      room: {
        used_bytes: this.usedBytesWith({ id: "" } as Change),
        max_bytes: this.maxBytes,
        used_records: 0,
        max_records: 1000,
      },
      last_number: this.devices.get(round.device_id)?.last_number ?? 0,
      now: "2026-01-01T00:00:00Z",
    };
  }
}

/** Return a refusal as the server words it. */
export function refusal(status: number, code: Code, details = {}): Refusal {
  return { ok: false, status, code, fields: {}, details, retry_after_seconds: null };
}

function isOther(device: KnownDevice, change: Change): boolean {
  const before = device.results.get(change.number);
  return before !== undefined && before.said !== JSON.stringify(change);
}
