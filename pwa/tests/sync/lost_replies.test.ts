/** Whatever is lost on the way, and whenever: nothing is lost, nothing is taken twice. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Send } from "../../src/sync/protocol";
import { ADA, type Device, device } from "../cast";
import { ServerModel } from "./server_model";

type Fate = "arrives" | "request lost" | "reply lost";

const ids = ["a", "b", "c"].map((letter) => `0198c0de-0000-7000-8000-00000000000${letter}`);
const id = fc.constantFrom(...ids);
const fate = fc.constantFrom<Fate>("arrives", "request lost", "reply lost");
const step = fc.oneof(
  fc.record({ do: fc.constant("name" as const), id, on: fc.nat(1) }),
  fc.record({ do: fc.constant("note" as const), id, on: fc.nat(1) }),
  fc.record({ do: fc.constant("delete" as const), id, on: fc.nat(1) }),
  fc.record({ do: fc.constant("restore" as const), id, on: fc.nat(1) }),
  fc.record({
    do: fc.constant("round" as const),
    fates: fc.array(fate, { maxLength: 3 }),
    on: fc.nat(1),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function lossy(server: ServerModel, fates: Fate[]): Send {
  const left = [...fates];
  return async (round) => {
    const fate = left.shift() ?? "arrives";
    if (fate === "request lost") return OFFLINE;
    const answer = server.answer(structuredClone(round));
    return fate === "reply lost" ? OFFLINE : answer;
  };
}

async function perform(server: ServerModel, on: Device, taken: Step, nth: number): Promise<void> {
  if (taken.do === "round") await on.runRound(lossy(server, taken.fates));
  else if (taken.do === "name")
    await on.write({ kind: "person", id: taken.id, set: { name: `${nth}` } });
  else if (taken.do === "note")
    await on.write({ kind: "person", id: taken.id, set: { notes: `${nth}` } });
  else await on.write({ kind: "person", id: taken.id, action: taken.do });
}

async function shown(on: Device) {
  const people = await on.people();
  return people.map(({ id, seq, body: { name, notes } }) => ({ id, seq, name, notes })).sort(byId);
}

function held(server: ServerModel) {
  const present = [...server.records.values()].filter((one) => one.deleted_at === null);
  return present.map(({ id, seq, body }) => ({ id, seq, name: "", notes: "", ...body })).sort(byId);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id.localeCompare(b.id);
}

test("after any losses that end with contact, both devices show what the server has", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const server = new ServerModel(ADA.id);
      const both = [await device(ADA), await device(ADA)];

      for (const [nth, taken] of steps.entries()) {
        await perform(server, both[taken.on] as Device, taken, nth);
      }
      for (const on of [...both, ...both]) await on.runRound(lossy(server, []));

      for (const on of both) expect(await shown(on)).toEqual(held(server));
    }),
    { numRuns: 150 },
  );
});

test("a reply lost at any point doubles no change and leaves no gap", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fate, { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      async (fates, count) => {
        const server = new ServerModel(ADA.id);
        const phone = await device(ADA);
        const send = lossy(server, fates);

        for (let nth = 1; nth <= count; nth++) {
          await phone.write({ kind: "person", id: phone.newId(), set: { name: `${nth}` } });
          await phone.runRound(send);
        }
        while ((await phone.runRound(send))?.state !== "synced");

        expect(server.taken.map(({ number }) => number)).toEqual(
          Array.from({ length: count }, (_, n) => n + 1),
        );
        expect(server.taken.map(({ set }) => set?.name)).toEqual(
          Array.from({ length: count }, (_, n) => `${n + 1}`),
        );
      },
    ),
    { numRuns: 60 },
  );
});
