/** Before Ada signs out she reads what she would lose, by name. */
import { expect, test } from "vitest";
import { ADA, device } from "../../cast";

async function adasPhone() {
  const phone = await device(ADA);
  return { phone, ...(await import("../../../src/screens/account/sign_out_loss")) };
}

test("what never went up is counted and named", async () => {
  const { phone, unsyncedLoss, lossText } = await adasPhone();
  const [li, talk, promise] = [phone.newId(), phone.newId(), phone.newId()];
  await phone.write(
    { kind: "person", id: li, set: { name: "Li Wen" } },
    { kind: "conversation", id: talk, set: { who: "Li Wen", person_ids: [li] } },
    { kind: "follow_up", id: promise, set: { what: "Send the deck" } },
  );

  const said = lossText(await unsyncedLoss());

  expect(said).toBe("1 note: Li Wen; 1 person: Li Wen; 1 promise");
});

test("with nothing unsynced there is nothing to say", async () => {
  const { unsyncedLoss, lossText } = await adasPhone();

  expect(lossText(await unsyncedLoss())).toBe("");
});

test("of many names the first few are said", async () => {
  const { lossText } = await adasPhone();

  const names = ["Ana", "Bo", "Cleo", "Dag", "Eva", "Finn", "Gro"];

  expect(lossText({ person: { count: 7, names } })).toBe(
    "7 people: Ana, Bo, Cleo, Dag, Eva and 2 more",
  );
});

test("to somebody else no name is said", async () => {
  const { countsText } = await adasPhone();

  const loss = { conversation: { count: 2, names: ["Ana", "Li"] } };

  expect(countsText(loss)).toBe("2 notes");
});
