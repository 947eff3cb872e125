/** Signing in never mixes one account's records with another account's session. */
import { expect, test } from "vitest";
import { ADA, BEN, device } from "../../cast";

test("Ben cannot enter on a phone that holds Ada's records, and nothing is sent", async () => {
  const phone = await device(ADA);
  const { signIn } = await import("../../../src/screens/account/sign_in");

  const entered = await signIn({ method: "sign-in", email: BEN.email, password: "correct horse" });

  expect(entered).toEqual({ outcome: "other_account", owner: ADA });
  expect(await phone.account()).toEqual(ADA);
});

test("a session of Ben's does not take over Ada's phone", async () => {
  await device(ADA);
  const { finishSignIn } = await import("../../../src/screens/account/sign_in");

  expect(await finishSignIn(BEN)).toEqual({ outcome: "other_account", owner: ADA });
});

test("Ada's session goes on with what her phone holds", async () => {
  const phone = await device();
  const { finishSignIn } = await import("../../../src/screens/account/sign_in");

  expect(await finishSignIn(ADA)).toEqual({ outcome: "signed_in", account: ADA });
  expect(await phone.account()).toEqual(ADA);
});

test("after Ada's records are removed, Ben may enter", async () => {
  const phone = await device(ADA);
  const { finishSignIn } = await import("../../../src/screens/account/sign_in");
  await phone.wipeDevice();

  expect(await finishSignIn(BEN)).toEqual({ outcome: "signed_in", account: BEN });
});
