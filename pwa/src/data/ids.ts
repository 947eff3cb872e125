/** Makes the ids of records on the device, without a server. */

const ACCOUNT_NAMESPACE = "6f0f6b0e-6a4e-5d0c-9a53-0e7a1c1d5b1e";

/** The millisecond of the last id and how many ids were made in it, so that they sort in the order of creation. */
const latest = { at: 0, count: 0 };

/** Make the id of a new record: a UUIDv7, which sorts by creation time (RFC 9562, 5.7 and 6.2 method 1). */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const now = Date.now();
  latest.count = now === latest.at ? latest.count + 1 : 0;
  latest.at = now;
  view.setUint32(0, Math.floor(now / 0x10000));
  view.setUint16(4, now % 0x10000);
  view.setUint16(6, latest.count);
  return formatId(bytes, 7);
}

/**
 * Derive the id of a record that may exist only once: a UUIDv5, the same on every device (RFC 9562, 5.5).
 * @param parent - the id of the record that it belongs to, or "" for the account itself
 * @param name - which of the parent's records it is
 */
export async function derivedId(parent: string, name: string): Promise<string> {
  const namespace = bytesOf(parent || ACCOUNT_NAMESPACE);
  const seed = Uint8Array.of(...namespace, ...new TextEncoder().encode(name));
  return formatId(new Uint8Array(await crypto.subtle.digest("SHA-1", seed)).slice(0, 16), 5);
}

function bytesOf(id: string): number[] {
  return id.match(/[0-9a-f]{2}/g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
}

function formatId(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
