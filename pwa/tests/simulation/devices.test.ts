/** Three devices of two accounts with the real server, and everything that may go wrong between them. */
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, test, vi } from "vitest";
import { device } from "../cast";
import { Browser, RealServer } from "../sync/real_server";
import { heal, judge, judgeForeign } from "./judge";
import { anyStep, type Player, perform } from "./steps";

const RUNS = 60;
const STEPS = 40;
const SECONDS_AT_MOST = 60;
const seed = Number(process.env.SEED ?? 20_261_123);

const server = new RealServer();
let accounts = 0;

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

async function owner(name: string, devices: number): Promise<Player[]> {
  const browser = new Browser(server);
  const account = await browser.signUp(`${name}${++accounts}@example.org`);
  const players: Player[] = [];
  for (let nth = 0; nth < devices; nth++) {
    const own = { account, browser, device: await device(account) };
    players.push({ ...own, skewHours: 0, wrote: new Map() });
  }
  return players;
}

test(`whatever happens between them, nothing is lost and all end equal (seed ${seed})`, async () => {
  console.info(`simulation: SEED=${seed}`);
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: STEPS, size: "max" }), async (steps) => {
      const [ada, ben] = [await owner("ada", 2), await owner("ben", 1)];
      const all = [...ada, ...ben];

      for (const [nth, step] of steps.entries())
        await perform(all[step.player] as Player, step, nth);
      await heal(all);

      await judge(ada);
      await judge(ben);
      await judgeForeign(ada, ben);
    }),
    { seed, numRuns: RUNS, interruptAfterTimeLimit: SECONDS_AT_MOST * 1000 },
  );
}, 120_000);
