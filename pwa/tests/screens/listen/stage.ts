/** The setting of the tests of conversations: a phone that knows Ana, at a fair. */
import { device } from "../../cast";

export const FAIR = "0198c0de-0000-7000-8000-0000000000f0";
export const NOW = new Date("2026-05-12T18:00:00.000Z");

/** Return a phone with functions for what happens in conversations. */
export async function talkingPhone() {
  const parts = {
    ...(await device()),
    ...(await import("../../../src/components/person_picker/picked_person")),
    ...(await import("../../../src/domain/prompts/choose")),
    ...(await import("../../../src/screens/listen/counted_conversations")),
    ...(await import("../../../src/screens/listen/prompt_choices")),
    ...(await import("../../../src/screens/listen/prompt_uses")),
    ...(await import("../../../src/screens/listen/read_situation")),
  };
  const made = async (kind: string, set: object, id = parts.newId()) => {
    await parts.write({ kind, id, set } as never);
    return id;
  };
  const talkWith = async (...ids: string[]) => ({
    card_id: parts.newId(),
    event_id: FAIR,
    people: (await Promise.all(ids.map(parts.findPickedPerson))).filter((one) => one !== undefined),
  });
  const show = async (talk: Awaited<ReturnType<typeof talkWith>>, swipes = 0, at = NOW) => {
    const choice = parts.choose(await parts.readSituation(talk, swipes, at));
    await parts.recordShown(talk, swipes, choice, at);
    return choice;
  };
  return { ...parts, made, talkWith, show };
}
