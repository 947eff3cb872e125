/** Has the server send a push to this very device, and tells whether it came. */
import { call } from "../api";

export type TrialOutcome = "arrived" | "on_its_way" | "offline" | "lost" | "refused";

/** From the worker to the pages: a test push has arrived here. */
export interface PushArrived {
  type: "push_arrived";
  id: string;
}

const ARRIVES_WITHIN_SECONDS = 20;

/** Send a test; gives what became of it, after 20 seconds at most. */
export async function runPushTrial(): Promise<TrialOutcome> {
  const arrivals = new Arrivals();
  try {
    const answer = await call<{ id: string }>("POST", "/api/push/trial");
    if (answer.ok) return (await arrivals.has(answer.body.id)) ? "arrived" : "on_its_way";
    if (answer.status === 0) return "offline";
    return answer.status === 404 || answer.status === 410 ? "lost" : "refused";
  } finally {
    arrivals.end();
  }
}

/** Listens from the start, for a push may be here before the server's answer. */
class Arrivals {
  #ids = new Set<string>();
  #hear: (() => void) | undefined;
  #listener = ({ data }: MessageEvent<PushArrived | undefined>) => {
    if (data?.type !== "push_arrived") return;
    this.#ids.add(data.id);
    this.#hear?.();
  };

  constructor() {
    navigator.serviceWorker.addEventListener("message", this.#listener);
  }

  /** Give whether the push with this id comes in time. */
  has(id: string): Promise<boolean> {
    return new Promise((resolve) => {
      const end = setTimeout(() => resolve(false), ARRIVES_WITHIN_SECONDS * 1000);
      this.#hear = () => {
        if (!this.#ids.has(id)) return;
        clearTimeout(end);
        resolve(true);
      };
      this.#hear();
    });
  }

  end(): void {
    navigator.serviceWorker.removeEventListener("message", this.#listener);
  }
}
