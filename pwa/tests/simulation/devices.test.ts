/** Three devices of two accounts with the real server, and everything that may go wrong between them. */
import fc from "fast-check";
import { afterEach, beforeEach, test, vi } from "vitest";
import { seed } from "../seed";
import { RealServer } from "../sync/real_server";
import { heal, judge, judgeForeign } from "./judge";
import { anyStep, perform } from "./steps";
import { newWorld, type Player } from "./world";

const RUNS_OF_A_SEED = 60;
const STEPS = 50;
const MINUTES_AT_MOST = 20;
/** One in `make test`, many in `make soak`. */
const SEEDS = Number(process.env.SEEDS ?? 1);

const seeds = Array.from({ length: SEEDS }, (_, nth) => seed + nth);
let server: RealServer;

beforeEach(async () => {
  server = new RealServer();
  await server.start();
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

test.each(seeds)(
  "whatever happens between them, nothing is lost and all end equal (SEED=%i)",
  async (seed) => {
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
      { numRuns: RUNS_OF_A_SEED, seed },
    );
  },
  MINUTES_AT_MOST * 60_000,
);
