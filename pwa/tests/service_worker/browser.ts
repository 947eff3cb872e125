/** A fake browser around the service worker: its caches, open pages, notifications and network. */
import "fake-indexeddb/auto";
import { vi } from "vitest";

const ORIGIN = "https://earshot.test";
export const shell = {
  version: "0.3.0+new",
  files: ["/", "/assets/index-2.js", "/assets/icons-1.js", "/favicon.svg"],
  later: ["/assets/dates-2.js", "/assets/desk-2.js"],
  pages: ["", "people", "note", "listen"],
};

interface Shown extends NotificationOptions {
  title: string;
  close: () => void;
}

interface FakePage {
  focused: boolean;
  focus: () => Promise<void>;
  postMessage: (message: unknown, ports?: MessagePort[]) => void;
}

/** Keeps answers by their address, in named caches, as the Cache API does. */
class FakeCaches {
  readonly kept = new Map<string, Map<string, string>>();

  async open(name: string) {
    const cache = this.kept.get(name) ?? new Map<string, string>();
    this.kept.set(name, cache);
    return {
      match: async (path: string) => this.match(path, { cacheName: name }),
      put: async (path: string, answer: Response) => void cache.set(path, await answer.text()),
      add: async ({ url }: Request) => {
        const answer = await fetch(url);
        if (!answer.ok) throw new TypeError("bad status");
        cache.set(new URL(url).pathname, await answer.text());
      },
    };
  }

  async match(path: string, { cacheName }: { cacheName?: string } = {}) {
    const places = cacheName ? [this.kept.get(cacheName)] : [...this.kept.values()];
    const found = places.find((cache) => cache?.has(path))?.get(path);
    return found === undefined ? undefined : new Response(found);
  }

  keys = async () => [...this.kept.keys()];
  delete = async (name: string) => this.kept.delete(name);
}

/** Starts the real worker in a browser of its own. */
export class FakeBrowser {
  readonly caches = new FakeCaches();
  /** What the server has, by path; anything else is 404. */
  readonly server = new Map<string, string>(
    [...shell.files, ...shell.later].map((path) => [path, `new ${path}`]),
  );
  readonly asked: string[] = [];
  readonly shown: Shown[] = [];
  readonly opened: string[] = [];
  pages: FakePage[] = [];
  readonly skipWaiting = vi.fn(async () => {});
  readonly claim = vi.fn(async () => {});
  readonly #listeners = new Map<string, (event: unknown) => void>();

  /** Put the browser's globals in place and run the worker's script. */
  async start(): Promise<void> {
    vi.resetModules();
    vi.stubGlobal("__SHELL__", shell);
    vi.stubGlobal("location", new URL(`${ORIGIN}/service_worker.js`));
    vi.stubGlobal("caches", this.caches);
    vi.stubGlobal("Request", RelativeRequest);
    vi.stubGlobal("fetch", (asked: string | Request) => this.#answer(asked));
    vi.stubGlobal("self", {
      addEventListener: (type: string, listener: (event: unknown) => void) =>
        this.#listeners.set(type, listener),
      skipWaiting: this.skipWaiting,
      clients: {
        matchAll: async () => this.pages,
        claim: this.claim,
        openWindow: async (path: string) => this.opened.push(path),
      },
      registration: {
        showNotification: async (title: string, options: NotificationOptions) =>
          this.#show(title, options),
        getNotifications: async () => this.shown,
      },
    });
    await import("../../src/service_worker/service_worker");
  }

  /** Fire an event at the worker and return when all that it waits for is done. */
  async fire(type: string, more: object = {}): Promise<void> {
    const waiting: Promise<unknown>[] = [];
    this.#listeners.get(type)?.({
      ...more,
      waitUntil: (work: Promise<unknown>) => waiting.push(work),
    });
    await Promise.all(waiting);
  }

  /** Ask for something as a page does; returns nothing where the worker leaves it to the network. */
  async ask(path: string, { mode = "cors", method = "GET" } = {}): Promise<string | undefined> {
    let answer: Promise<Response> | undefined;
    const respondWith = (given: Promise<Response>) => {
      answer = given;
    };
    const request = { url: new URL(path, ORIGIN).href, method, mode };
    this.#listeners.get("fetch")?.({ request, respondWith });
    return (await answer)?.text();
  }

  async #answer(asked: string | Request): Promise<Response> {
    const { pathname } = new URL(typeof asked === "string" ? asked : asked.url, ORIGIN);
    this.asked.push(pathname);
    const found = this.server.get(pathname);
    return new Response(found ?? "", { status: found === undefined ? 404 : 200 });
  }

  #show(title: string, options: NotificationOptions): void {
    const close = () => void this.shown.splice(this.shown.indexOf(one), 1);
    const one = { ...options, title, close };
    this.shown.push(one);
  }
}

class RelativeRequest extends Request {
  constructor(path: string, options?: RequestInit) {
    super(new URL(path, ORIGIN), options);
  }
}
