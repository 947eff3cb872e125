/** What happens on a device while an answer is on its way is neither lost nor mistaken. */
import { beforeEach, expect, test } from "vitest";
import type { Send } from "../../src/sync/protocol";
import { ADA, BEN, type Device, device, outboxOf, storedAt } from "../cast";
import { ServerModel } from "./server_model";

const ana = "0198c0de-0000-7000-8000-000000000001";
let server: ServerModel;
let phone: Device;
let laptop: Device;
const send: Send = async (round) => server.answer(round);

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  phone = await device(ADA);
  laptop = await device(ADA);
  await laptop.write({ kind: "person", id: ana, set: { name: "Ana", role: "CTO" } });
  await laptop.runRound(send);
  await phone.runRound(send);
});

/** Carry one round, doing something on the device before its answer comes. */
function meanwhile(work: () => Promise<unknown>): Send {
  let isFirst = true;
  return async (round) => {
    const answer = await send(round);
    if (isFirst) await work();
    isFirst = false;
    return answer;
  };
}

test("what is typed then stays as typed, and goes up next", async () => {
  await phone.write({ kind: "person", id: ana, set: { name: "An" } });
  const typing = () => phone.write({ kind: "person", id: ana, set: { name: "Anna" } });

  await phone.runRound(meanwhile(typing));

  expect(server.records.get(ana)?.body.name).toBe("An");
  expect((await phone.find("person", ana))?.body.name).toBe("Anna");
  await phone.runRound(send);
  expect(server.records.get(ana)?.body.name).toBe("Anna");
});

test("news does not write over what was typed here and not sent yet", async () => {
  await laptop.write({ kind: "person", id: ana, set: { name: "Anna", role: "CEO" } });
  await laptop.runRound(send);

  await phone.write({ kind: "person", id: ana, set: { name: "Ana B." } });
  await phone.runRound(async (round) => send({ ...round, changes: [] }));

  expect((await phone.find("person", ana))?.body).toMatchObject({ name: "Ana B.", role: "CEO" });
});

test("what is typed before and after news goes up as two changes, each on what was seen then", async () => {
  await laptop.write({ kind: "person", id: ana, set: { role: "CEO" } });
  await laptop.runRound(send);
  const typing = () => phone.write({ kind: "person", id: ana, set: { name: "An" } });
  await phone.runRound(meanwhile(typing));

  await phone.write({ kind: "person", id: ana, set: { notes: "climbs" } });

  expect(await outboxOf(phone)).toMatchObject([
    { base_seq: 1, set: { name: "An" } },
    { base_seq: 2, set: { notes: "climbs" } },
  ]);
});

test("who types on in a field has not seen what came for it meanwhile", async () => {
  await laptop.write({ kind: "person", id: ana, set: { name: "Anna" } });
  await laptop.runRound(send);
  const typing = () => phone.write({ kind: "person", id: ana, set: { name: "An" } });
  await phone.runRound(meanwhile(typing));

  await phone.write({ kind: "person", id: ana, set: { name: "Ana B." } });

  expect(await outboxOf(phone)).toMatchObject([{ base_seq: 1, set: { name: "Ana B." } }]);
});

/** Send an edit of Ana while 500 others are new, and make another edit before the second page. */
async function editBetweenPages(): Promise<void> {
  const others = Array.from({ length: 500 }, () => laptop.newId());
  await laptop.write(...others.map((id) => ({ kind: "person" as const, id, set: { name: "Li" } })));
  await laptop.runRound(send);
  await phone.write({ kind: "person", id: ana, set: { name: "An" } });
  let pages = 0;
  await phone.runRound(async (round) => {
    if (++pages === 2) await phone.write({ kind: "person", id: ana, set: { notes: "climbs" } });
    return send(round);
  });
}

test("an edit between two pages stands on the one that was just taken", async () => {
  await editBetweenPages();

  expect(await outboxOf(phone)).toMatchObject([{ base_seq: 502, set: { notes: "climbs" } }]);
});

test("an edit between two pages stands on what came along of the second", async () => {
  await laptop.write({ kind: "person", id: phone.newId(), set: { name: "Li" } });
  await laptop.write({ kind: "person", id: ana, set: { role: "CEO" } });
  await editBetweenPages();

  expect(await outboxOf(phone)).toMatchObject([{ base_seq: 504, set: { notes: "climbs" } }]);
  expect((await phone.find("person", ana))?.body.role).toBe("CEO");
});

test("an answer that comes after signing out leaves nothing of the account here", async () => {
  await laptop.write({ kind: "person", id: laptop.newId(), set: { name: "Li" } });
  await laptop.runRound(send);

  await phone.runRound(meanwhile(phone.wipeDevice));

  expect(await phone.people()).toEqual([]);
  expect(await phone.account()).toBeUndefined();
});

test("an answer that comes when Ben has signed in since shows him nothing of Ada's", async () => {
  await laptop.write({ kind: "person", id: laptop.newId(), set: { name: "Li" } });
  await laptop.runRound(send);

  const outcome = await phone.runRound(
    meanwhile(async () => {
      await phone.wipeDevice();
      await phone.claimDevice(BEN);
    }),
  );

  expect(outcome).toBeUndefined();
  expect(await phone.people()).toEqual([]);
});

test("two tabs that send the same change at once have it taken once", async () => {
  await phone.write({ kind: "person", id: ana, set: { notes: "climbs" } });

  await Promise.all([phone.runRound(send), phone.runRound(send)]);

  expect(server.taken).toHaveLength(2);
  expect(await storedAt(phone, "person", ana)).toMatchObject({ seq: 2, body: { notes: "climbs" } });
});

test("an old answer that comes after a newer one takes nothing back", async () => {
  let late: Awaited<ReturnType<Send>> | undefined;
  await laptop.write({ kind: "person", id: ana, set: { role: "CEO" } });
  await laptop.runRound(send);

  await phone.runRound(async (round) => {
    late ??= await send(round);
    await laptop.write({ kind: "person", id: ana, set: { role: "Chair" } });
    await laptop.runRound(send);
    await phone.runRound(send);
    return late;
  });

  expect((await phone.find("person", ana))?.body.role).toBe("Chair");
});
