/** The real server as a process of its own, and browsers that keep its cookie. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { cpSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { type Answer, call } from "../../src/api";
import type { Account } from "../../src/data/types";
import type { Reply, Send } from "../../src/sync/protocol";

const ROOT = resolve(import.meta.dirname, "../../..");
const PYTHON = join(ROOT, ".venv/bin/python");
const WAITS_MILLISECONDS = 15_000;
const STARTS_WITHIN_SECONDS = 60;
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;
const realFetch = globalThis.fetch;

type Row = Record<string, unknown>;

/** A row of its table of records; body and kept are JSON. */
export interface Dumped {
  id: string;
  seq: number;
  body: string;
  kept: string;
  deleted_at: string | null;
}

export class RealServer {
  private readonly folder = mkdtempSync(join(tmpdir(), "earshot-"));
  readonly present = join(this.folder, "earshot.db");
  readonly copy = join(this.folder, "copy.db");
  private process: ChildProcess | undefined;
  address = "";

  /** Start it on a database of its own; resolves when it answers. */
  async start(): Promise<void> {
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    const env = {
      PATH: process.env.PATH,
      PORT: `${port}`,
      INSTANCE_DIR: this.folder,
      SIGN_UP: "open",
      SIGN_UPS_PER_HOUR: "1000",
      ROUNDS_PER_MINUTE: "1000000",
    };
    this.process = spawn(PYTHON, ["app.py"], { cwd: ROOT, env, stdio: "ignore" });
    const until = Date.now() + STARTS_WITHIN_SECONDS * 1000;
    while (!(await this.answers())) {
      if (Date.now() > until) throw new Error("the server does not answer");
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  /** Do something that the server forgets: its files are put back to how they were before. */
  async forget(work: () => Promise<unknown>): Promise<void> {
    const copy = `${this.folder}-copy`;
    await this.pause(() => cpSync(this.folder, copy, { recursive: true }));
    await work();
    await this.pause(() => {
      rmSync(this.folder, { recursive: true });
      renameSync(copy, this.folder);
    });
  }

  /** Copy its database aside, as it is now. */
  async backUp(): Promise<void> {
    await copyInto(this.present, this.copy);
  }

  /** Put the copy back behind its back, while it runs. */
  async putBack(): Promise<void> {
    await copyInto(this.copy, this.present);
  }

  /** Return the records of an account in its database; throws where that is damaged. */
  dump(accountId: string): Dumped[] {
    return this.ask(this.present, (database) => {
      const { integrity_check } = database.prepare("PRAGMA integrity_check").get() as Row;
      if (integrity_check !== "ok") throw new Error(`${integrity_check}`);
      const question = "SELECT id, seq, body, kept, deleted_at FROM record WHERE owner_id = ?";
      return database.prepare(question).all(accountId) as unknown as Dumped[];
    });
  }

  /** Return all that such a file holds of an account, history included, as one text. */
  everything(accountId: string, file: string): string {
    return this.ask(file, (database) => {
      const of = (table: string) =>
        database.prepare(`SELECT * FROM ${table} WHERE owner_id = ?`).all(accountId);
      return JSON.stringify([of("record"), of("revision")]);
    });
  }

  /** End it and remove what it stored. */
  async stop(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true });
  }

  private ask<T>(file: string, question: (database: DatabaseSync) => T): T {
    const database = new DatabaseSync(file, { readOnly: true, timeout: WAITS_MILLISECONDS });
    try {
      return question(database);
    } finally {
      database.close();
    }
  }

  private async pause(work: () => void): Promise<void> {
    await this.end();
    work();
    await this.start();
  }

  private async end(): Promise<void> {
    const ended = new Promise((end) => this.process?.once("exit", end));
    this.process?.kill();
    await ended;
  }

  private async answers(): Promise<boolean> {
    return realFetch(`${this.address}/version`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}

/** What a browser adds to a call of ours: where it goes, whence it comes, and the cookie. */
export class Browser {
  private cookie = "";

  constructor(private readonly server: RealServer) {}

  /** Make an account and stay signed in. */
  async signUp(email: string): Promise<Account> {
    const answer = await this.call<{ account: Account }>("/api/sign-up", {
      email,
      password: "a listening plant",
    });
    if (!answer.ok) throw new Error(answer.code);
    return answer.body.account;
  }

  /** Sign in to the account that was made elsewhere. */
  async signIn(email: string): Promise<void> {
    await this.call("/api/sign-in", { email, password: "a listening plant" });
  }

  /** Carry rounds as the app does. */
  readonly send: Send = (round) => this.call<Reply>("/api/sync", round);

  /** Ask for something as the app does. */
  get<T>(path: string): Promise<Answer<T>> {
    globalThis.fetch = (address, init) => this.fetch(`${address}`, init ?? {});
    return call<T>("GET", path);
  }

  private call<T>(path: string, body: unknown): Promise<Answer<T>> {
    globalThis.fetch = (address, init) => this.fetch(`${address}`, init ?? {});
    return call<T>("POST", path, body);
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const { address } = this.server;
    const headers = { ...init.headers, Origin: address, Cookie: this.cookie };
    const answer = await realFetch(address + path, { ...init, headers });
    this.cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? this.cookie;
    return answer;
  }
}

/**
 * SQLite's own way, so that whoever has the database open sees the other content at once; it gives up
 * where somebody is writing just then.
 */
async function copyInto(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from);
  // A simulation may have set the clock.
  const until = performance.now() + STARTS_WITHIN_SECONDS * 1000;
  while (!(await isCopied(source, to))) {
    if (performance.now() > until) throw new Error("the database is never free");
  }
  source.close();
}

function isCopied(source: DatabaseSync, to: string): Promise<boolean> {
  return backup(source, to).then(
    () => true,
    () => false,
  );
}

/** Return a port that nobody listens on; systems hand out higher ones by themselves. */
function freePort(): Promise<number> {
  return new Promise((give) => {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    const probe = createServer()
      .once("error", () => give(freePort()))
      .listen(port, "127.0.0.1", () => probe.close(() => give(port)));
  });
}
