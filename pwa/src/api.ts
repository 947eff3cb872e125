/** The only place that calls the server. */
import type { Code } from "./data/kinds.gen";

/** What the server would not do, in its own words. */
export interface Refusal {
  ok: false;
  status: number;
  code: Code;
  fields: Record<string, string>;
  retry_after_seconds: number | null;
  details: Record<string, unknown>;
}

/** No answer came: a state, not an error. */
export interface Offline {
  ok: false;
  status: 0;
  code: "offline";
}

export type Answer<T> = { ok: true; status: number; body: T } | Refusal | Offline;

const TIMEOUT_SECONDS = 20;
const COMPRESS_FROM_BYTES = 1024;
/** What a call gives when no answer came. */
export const OFFLINE: Offline = { ok: false, status: 0, code: "offline" };

/** Ask the server; gives its answer, its refusal, or `offline` where none came within 20 seconds. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  try {
    return await understood<T>(await fetch(path, await request(method, body)));
  } catch {
    return OFFLINE;
  }
}

/** Check whether our server answers. */
export async function isServerReachable(): Promise<boolean> {
  return (await call("GET", "/version")).ok;
}

async function request(method: string, body: unknown): Promise<RequestInit> {
  const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  const shared = { method, signal, cache: "no-store", credentials: "same-origin" } as const;
  if (body === undefined) return shared;
  const json = new TextEncoder().encode(JSON.stringify(body));
  const headers = { "Content-Type": "application/json" };
  if (json.length < COMPRESS_FROM_BYTES || typeof CompressionStream === "undefined") {
    return { ...shared, headers, body: json };
  }
  return { ...shared, headers: { ...headers, "Content-Encoding": "gzip" }, body: await gzip(json) };
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(packed).arrayBuffer();
}

/** An answer that is not JSON comes from something between us and the server, such as a hotel's sign-in page. */
async function understood<T>(response: Response): Promise<Answer<T>> {
  const { status } = response;
  if (status === 204) return { ok: true, status, body: undefined as T };
  if (response.ok) return { ok: true, status, body: await response.json() };
  const said = await response.json().catch(() => null);
  const isOurs = typeof said?.code === "string";
  const { code, fields = {}, ...details } = isOurs ? said : { code: codeOf(status) };
  return { ok: false, status, code, fields, details, retry_after_seconds: retryAfter(response) };
}

/** The server's own front turns a body away that is far too large, before any of it is read. */
function codeOf(status: number): Code {
  return status === 413 ? "too_large" : "server_error";
}

function retryAfter(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return Number.isNaN(seconds) ? null : seconds;
}
