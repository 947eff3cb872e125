/** Three devices of two accounts with the real server, and everything that may go wrong between them. */
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, test, vi } from "vitest";
import { seed } from "../seed";
import { RealServer } from "../sync/real_server";
import { heal, judge, judgeForeign } from "./judge";
import { anyStep, perform } from "./steps";
import { newWorld, type Player } from "./world";

const RUNS = 300;
const STEPS = 50;
const MINUTES_AT_MOST = 20;

const server = new RealServer();

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

test(
  `whatever happens between them, nothing is lost and all end equal (seed ${seed})`,
  async () => {
    console.info(`simulation: SEED=${seed}`);
    const steps = fc.array(anyStep, { maxLength: 2 * STEPS, size: "max" });
    await fc.assert(
      fc.asyncProperty(steps, async (steps) => {
        const world = await newWorld(server);

        for (const [nth, step] of steps.entries()) await perform(world, step, nth);
        await heal(world);

        const [phone, laptop, bens] = world.players as [Player, Player, Player];
        await judge(server, [phone, laptop]);
        await judge(server, [bens]);
        await judgeForeign([phone, laptop], [bens]);
      }),
      { numRuns: RUNS },
    );
  },
  MINUTES_AT_MOST * 60_000,
);
