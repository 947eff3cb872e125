/** Has the server send a push to this device, and checks whether it arrives. */
import { call } from "../api";

/**
 * What became of a trial: `on_its_way` was sent but has not arrived in time, `lost` has no subscription, `busy` must
 * wait for another one.
 */
export type TrialOutcome = "arrived" | "on_its_way" | "offline" | "lost" | "refused" | "busy";

/** From the worker to the pages: a test push has arrived here. */
export interface PushArrived {
  type: "push_arrived";
  id: string;
}

const ARRIVES_WITHIN_SECONDS = 20;

/** Send a test push; resolves after 20 seconds at most. */
export async function runPushTrial(): Promise<TrialOutcome> {
  const arrivals = new Arrivals();
  try {
    const answer = await call<{ id: string }>("POST", "/api/push/trial");
    if (answer.ok) return (await arrivals.waitFor(answer.body.id)) ? "arrived" : "on_its_way";
    if (answer.status === 0) return "offline";
    if (answer.code === "too_many" || answer.code === "busy") return "busy";
    return answer.status === 404 || answer.status === 410 ? "lost" : "refused";
  } finally {
    arrivals.end();
  }
}

/** Listens from the start, for a push may be here before the server's answer. */
class Arrivals {
  #ids = new Set<string>();
  #notify: (() => void) | undefined;
  #listener = ({ data }: MessageEvent<PushArrived | undefined>) => {
    if (data?.type !== "push_arrived") return;
    this.#ids.add(data.id);
    this.#notify?.();
  };

  constructor() {
    navigator.serviceWorker.addEventListener("message", this.#listener);
  }

  /** Wait for the push with this id; resolves to whether it comes in time. */
  waitFor(id: string): Promise<boolean> {
    return new Promise((resolve) => {
      const end = setTimeout(() => resolve(false), ARRIVES_WITHIN_SECONDS * 1000);
      this.#notify = () => {
        if (!this.#ids.has(id)) return;
        clearTimeout(end);
        resolve(true);
      };
      this.#notify();
    });
  }

  end(): void {
    navigator.serviceWorker.removeEventListener("message", this.#listener);
  }
}
