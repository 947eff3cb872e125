/** Ada's own card is one person on all her devices, and nobody else's contact. */
import { expect, test } from "vitest";
import { defaults } from "../../../src/data/kinds.gen";
import type { Choices } from "../../../src/screens/my_card/qr_code_text";
import { device } from "../../cast";

test("the card begins with the first field, under the same id on every device", async () => {
  const phone = await device();
  const { readMyCard, setMyCard } = await import("../../../src/screens/my_card/my_card");

  await setMyCard(await readMyCard(), { name: "Ada" });
  await setMyCard(await readMyCard(), { role: "Analyst" });

  const card = await readMyCard();
  expect(card.id).toBe(await phone.derivedId("", "me"));
  expect(card.body).toMatchObject({ is_me: true, name: "Ada", role: "Analyst" });
  expect(await phone.people()).toEqual([]);
});

test("only what was chosen stands in the code, and nothing until that is known", async () => {
  const { chosenFacts } = await import("../../../src/screens/my_card/qr_code_text");
  const body = { ...defaults.person, name: "Ada", role: "Analyst", phones: ["+44"], notes: "Mine" };
  const choose = async () => {};
  const all = Object.fromEntries(
    ["role", "organisation", "emails", "phones", "links"].map((field) => [
      field,
      ["shown", choose],
    ]),
  ) as unknown as Choices;

  const facts = chosenFacts(body, { ...all, phones: ["left_out", choose] });

  expect(facts).toMatchObject({ name: "Ada", role: "Analyst", phones: [], notes: "" });
  expect(chosenFacts(body, { ...all, phones: [undefined, choose] })).toBeUndefined();
});
