/** Calls the server's API; the only file of the pages that does. */
import { forgetPendingSignOut, isSignOutPending } from "./data/device_state";
import type { Code } from "./data/kinds.gen";

/** A call that the server refused. */
export interface Refusal {
  ok: false;
  status: number;
  code: Code;
  fields: Record<string, string>;
  retry_after_seconds: number | null;
  details: Record<string, unknown>;
}

/** A call without an answer: a state, not an error. */
export interface Offline {
  ok: false;
  status: 0;
  code: "offline";
}

/** The result of a call. */
export type Answer<T> = { ok: true; status: number; body: T } | Refusal | Offline;

const TIMEOUT_SECONDS = 20;
const COMPRESS_FROM_BYTES = 1024;
/** The result of a call without an answer. */
export const OFFLINE: Offline = { ok: false, status: 0, code: "offline" };

/**
 * Call the server.
 * @param path - the path of the API, with its query
 * @param body - sent as JSON, compressed where it is large
 * @param purpose - what the call is for, where the user may be asked for the password: "to delete your account"
 * @returns the answer, a refusal, or `offline` where no answer came within 20 seconds
 */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  purpose = "to go on",
): Promise<Answer<T>> {
  if (!(await finishSignOut())) return OFFLINE;
  const answer = await send<T>(method, path, body);
  if (answer.ok || answer.code !== "sign_in_again") return answer;
  if (!(await confirmWhoItIs(purpose))) return answer;
  return send<T>(method, path, body);
}

/**
 * End the session of whoever signed out here while offline, before anything else is asked of the server.
 * @returns whether there is no such session any more
 */
export async function finishSignOut(): Promise<boolean> {
  if (!(await isSignOutPending())) return true;
  const end = async () => {
    // Another tab may have ended it meanwhile, and somebody else may have signed in there.
    if (!(await isSignOutPending())) return true;
    const answer = await send("POST", "/api/sign-out", undefined);
    const isEnded = answer.ok || answer.code === "signed_out" || answer.code === "account_erased";
    if (isEnded) await forgetPendingSignOut();
    return isEnded;
  };
  return navigator.locks ? navigator.locks.request("earshot sign out", end) : end();
}

let confirmWhoItIs: (purpose: string) => Promise<boolean> = async () => false;

/**
 * Set how the user is asked to prove who they are, before a call that needs a fresh sign-in is repeated.
 * @param ask - gets what for, and resolves to whether they did; a call that is not repeated is refused with `sign_in_again`
 */
export function confirmBeforeRiskyCalls(ask: (purpose: string) => Promise<boolean>): void {
  confirmWhoItIs = ask;
}

async function send<T>(method: string, path: string, body: unknown): Promise<Answer<T>> {
  try {
    return await toAnswer<T>(await fetch(path, await request(method, body)));
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

/** An answer that is not JSON comes from something in between, such as the sign-in page of a hotel's network. */
async function toAnswer<T>(response: Response): Promise<Answer<T>> {
  const { status } = response;
  if (status === 204) return { ok: true, status, body: undefined as T };
  if (response.ok) return { ok: true, status, body: await response.json() };
  const refusal = await response.json().catch(() => null);
  const isOurs = typeof refusal?.code === "string";
  const { code, fields = {}, ...details } = isOurs ? refusal : { code: codeOf(status) };
  return { ok: false, status, code, fields, details, retry_after_seconds: retryAfter(response) };
}

/** The web server in front rejects a body that is far too large before our code sees it. */
function codeOf(status: number): Code {
  return status === 413 ? "too_large" : "server_error";
}

function retryAfter(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return Number.isNaN(seconds) ? null : seconds;
}
