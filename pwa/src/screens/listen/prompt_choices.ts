/** Reads and writes the user's choices of prompts: those they wrote, and those they switched off. */

import { derivedId, newId } from "../../data/ids";
import { promptOff } from "../../data/kinds.gen";
import { all } from "../../data/queries";
import { write } from "../../data/write";
import type { Family, Prompt } from "../../domain/prompts/prompt";
import { styleOf } from "./family_words";

/** Return the user's own prompts, the oldest first. */
export async function readOwnPrompts(): Promise<Prompt[]> {
  return (await all("prompt"))
    .sort((one, other) => one.id.localeCompare(other.id))
    .map(({ id, body }) => ({ id, text: body.words, family: body.family, style: body.style }));
}

/** Return the ids of the prompts that are switched off. */
export async function readOffPrompts(): Promise<Set<string>> {
  const off = (await all("setting")).filter(
    ({ body }) => body.name.startsWith(promptOff) && body.value === "off",
  );
  return new Set(off.map(({ body }) => body.name.slice(promptOff.length)));
}

/** Switch a prompt off or on. */
export async function switchPrompt(id: string, to: "on" | "off"): Promise<void> {
  const name = `${promptOff}${id}`;
  await write({ kind: "setting", id: await derivedId("", name), set: { name, value: to } });
}

/** Save a prompt of the user's own: a new one, or a change to an existing one. */
export async function savePrompt(
  words: string,
  family: Family,
  id: string | undefined,
): Promise<void> {
  const set = { words, family, style: styleOf[family] };
  const captured_at = new Date().toISOString();
  await (id
    ? write({ kind: "prompt", id, set })
    : write({ kind: "prompt", id: newId(), set: { ...set, captured_at } }));
}

/**
 * Delete a prompt of the user's own.
 * @returns the function that undoes it
 */
export async function deletePrompt(id: string): Promise<() => Promise<void>> {
  await write({ kind: "prompt", id, action: "delete" });
  return () => write({ kind: "prompt", id, action: "restore" });
}
