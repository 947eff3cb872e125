/** A page in view on a device: the clock, the network and what else the browser tells it are in the test's hands. */
import { vi } from "vitest";
import type { Round } from "../../src/sync/protocol";
import { ADA, device } from "../cast";
import { ServerModel } from "./server_model";

export type Answering = (round: Round) => Response | Promise<Response>;

const LETS_GO_WITHIN_SECONDS = 2;
const FAKED = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] as const;

/** Open Ada's page; gives what the browser may tell it, and the rounds that it has sent. */
export async function openPage() {
  const server = new ServerModel(ADA.id);
  const inOrder = (round: Round) => reply(server, round);
  const page = { rounds: [] as Round[], answer: inOrder as Answering, inOrder, ...browser() };
  vi.useFakeTimers({ toFake: [...FAKED] });
  // The longest wait that chance may choose.
  vi.spyOn(Math, "random").mockReturnValue(1);
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: Uint8Array }) => {
    const round: Round = JSON.parse(new TextDecoder().decode(body));
    page.rounds.push(round);
    return page.answer(round);
  });
  const phone = await device(ADA);
  (await import("../../src/sync/when")).startRounds();
  return { ...page, page, phone };
}

/** Leave it, so that nothing of it runs on, and the next page may listen to the server. */
export async function closePage({ setHidden }: Pick<ReturnType<typeof browser>, "setHidden">) {
  setHidden(true);
  await after(LETS_GO_WITHIN_SECONDS);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}

/** Wait so many seconds, and until nothing is running any more. */
export async function after(seconds: number): Promise<void> {
  await rest();
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  await rest();
}

async function rest(): Promise<void> {
  for (let turns = 0; turns < 100; turns += 1) await new Promise(setImmediate);
}

/** The server's line, as the browser holds it open. */
class Line {
  static open: Line | undefined;
  onmessage = () => {};

  constructor() {
    Line.open = this;
  }

  close(): void {
    Line.open = undefined;
  }
}

function browser() {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", document);
  vi.stubGlobal("self", {});
  vi.stubGlobal("BroadcastChannel", undefined);
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("EventSource", Line);
  return {
    goOnline: () => window.dispatchEvent(new Event("online")),
    setHidden: (hidden: boolean) => {
      document.hidden = hidden;
      document.dispatchEvent(new Event("visibilitychange"));
    },
    poke: () => Line.open?.onmessage(),
  };
}

function reply(server: ServerModel, round: Round): Response {
  const answer = server.answer(round);
  if (!answer.ok) throw new Error(`the model refused: ${answer.code}`);
  return Response.json(answer.body);
}
