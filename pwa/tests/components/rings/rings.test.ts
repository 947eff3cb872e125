/** Moving between rings, on the real storage of a phone. */
import { beforeEach, expect, test } from "vitest";
import { ADA, device } from "../../cast";

let phone: Awaited<ReturnType<typeof started>>;

async function started() {
  const parts = await device(ADA);
  return { ...parts, ...(await import("../../../src/components/rings/ring_members")) };
}

beforeEach(async () => {
  phone = await started();
  for (const name of ["Ana", "Ben", "Kim", "Li", "Mia"]) await add(name, { ring: "inner" });
  await add("Zoe", {});
  await add("Gone", { ring: "inner", let_go_at: "2026-05-01T12:00:00Z" });
  await add("Me", { ring: "inner", is_me: true });
});

test("a person who was let go takes no room, nor does the user", async () => {
  const members = await phone.membersOfRings();

  expect(members.inner).toHaveLength(5);
  expect(members.wide.map(({ body }) => body.name)).toEqual(["Zoe"]);
});

test("moving out and moving in is one change, which can be undone", async () => {
  const members = await phone.membersOfRings();
  const [ana, zoe] = [members.inner[0], members.wide[0]];
  if (!ana || !zoe) throw new Error("Ana and Zoe are there");

  const { to, undo } = await phone.moveOut(ana, members, zoe);

  expect(to).toBe("close");
  expect(await named()).toEqual({ inner: "Ben Kim Li Mia Zoe", close: "Ana", wide: "" });
  await undo();
  expect(await named()).toEqual({ inner: "Ana Ben Kim Li Mia", close: "", wide: "Zoe" });
});

test("a ring that two devices overfilled is right again once one person moves out", async () => {
  await add("Sixth", { ring: "inner" });
  const members = await phone.membersOfRings();
  const sixth = members.inner.find(({ body }) => body.name === "Sixth");
  if (!sixth) throw new Error("the sixth is there");

  await phone.moveOut(sixth, members, null);

  expect(await named()).toMatchObject({ inner: "Ana Ben Kim Li Mia", close: "Sixth" });
});

async function add(name: string, fields: object): Promise<void> {
  await phone.write({ kind: "person", id: phone.newId(), set: { name, ...fields } });
}

async function named() {
  const { inner, close, wide } = await phone.membersOfRings();
  const names = (people: typeof inner) => people.map(({ body }) => body.name).join(" ");
  return { inner: names(inner), close: names(close), wide: names(wide) };
}
