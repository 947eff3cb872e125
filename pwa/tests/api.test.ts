/** Whatever answers a call, a proxy or a hotel's sign-in page: it becomes a code, never an exception. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { call } from "../src/api";

const realFetch = globalThis.fetch;
const HTML = { "Content-Type": "text/html" };
let server: Server;
let answer: RequestListener;

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${port}${path}`, init),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** Answer every call of the network with this. */
function answering(status: number, body: string, headers: Record<string, string> = {}): void {
  answer = (_request, response) => response.writeHead(status, headers).end(body);
}

test.each([
  ["a proxy's page for a body too large", 413, "<h1>Too large</h1>", "too_large"],
  ["a proxy's page for a server that is down", 502, "<h1>Bad gateway</h1>", "server_error"],
  ["an error without a body", 500, "", "server_error"],
  ["an error cut short", 503, '{"code": "bu', "server_error"],
  ["null", 500, "null", "server_error"],
  ["a list", 403, "[]", "server_error"],
  ["a proxy's own numbers", 502, '{"code": 502, "fields": "none"}', "server_error"],
])("%s is a refusal with a code", async (_what, status, body, code) => {
  answering(status, body, HTML);

  const given = await call("POST", "/api/sync", {});

  expect(given).toMatchObject({ ok: false, status, code, fields: {}, retry_after_seconds: null });
});

test("a refusal of the server keeps its code, its fields and what else it says", async () => {
  const said = { code: "seq_gap", fields: { email: "required" }, last_number: 7 };
  answering(409, JSON.stringify(said), { "Retry-After": "30" });

  expect(await call("POST", "/api/sync", {})).toEqual({
    ok: false,
    status: 409,
    code: "seq_gap",
    fields: { email: "required" },
    details: { last_number: 7 },
    retry_after_seconds: 30,
  });
});

test("a date in Retry-After is no number of seconds, and none is made of it", async () => {
  const date = "Mon, 23 Nov 2026 05:00:00 GMT";
  answering(503, '{"code": "busy"}', { "Retry-After": date });

  expect(await call("GET", "/api/session")).toMatchObject({
    code: "busy",
    retry_after_seconds: null,
  });
});

test("a hotel's sign-in page that says all is well is no answer of the server", async () => {
  answering(200, "<form>Room number</form>", HTML);

  expect(await call("GET", "/api/session")).toEqual({ ok: false, status: 0, code: "offline" });
});

test("an answer that is cut counts as none", async () => {
  answer = (_request, response) => {
    response.writeHead(200, { "Content-Length": "100" });
    response.write('{"epoch": "a');
    setImmediate(() => response.destroy());
  };

  expect(await call("POST", "/api/sync", {})).toMatchObject({ ok: false, code: "offline" });
});

test("a server that takes the call and never answers counts as none after 20 seconds", async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const patience = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(50));
  answer = () => undefined;

  expect(await call("GET", "/api/session")).toMatchObject({ ok: false, code: "offline" });
  expect(patience).toHaveBeenCalledExactlyOnceWith(20_000);
});

test("an answer without content is an answer", async () => {
  answering(204, "");

  expect(await call("DELETE", "/api/push")).toEqual({ ok: true, status: 204, body: undefined });
});

test("a large body goes packed, a small one as it is, and both arrive whole", async () => {
  const arrived: string[] = [];
  answer = async (request, response) => {
    const parts: Buffer[] = await request.toArray();
    const isPacked = request.headers["content-encoding"] === "gzip";
    const bytes = Buffer.concat(parts);
    arrived.push(`${isPacked} ${(isPacked ? gunzipSync(bytes) : bytes).toString()}`);
    response.end("{}");
  };

  await call("POST", "/api/sync", { notes: "short" });
  await call("POST", "/api/sync", { notes: "long ".repeat(300) });

  const long = JSON.stringify({ notes: "long ".repeat(300) });
  expect(arrived).toEqual(['false {"notes":"short"}', `true ${long}`]);
});
