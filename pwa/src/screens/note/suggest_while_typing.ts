/** Suggests known people below the who field, chosen by a tap or with the arrow keys. */

import type { Saved } from "../../data/queries";
import { peopleOnCard } from "./card";
import { fields } from "./form";
import { findNamesake, reloadKnownPeople, suggestPeople } from "./known_people";
import { completeNames, listedNames } from "./names";
import { addKnownPerson, completeName, currentCard, removePerson } from "./open_card";
import { showSuggestions } from "./who";

type Person = Saved<"person">;

let known: Person[] = [];
let shown: Person[] = [];
let active = -1;

/** Start to suggest people while the user types. */
export function suggestWhileTyping(): void {
  fields.who.addEventListener("focus", () => void readKnown());
  fields.who.addEventListener("input", suggestNow);
  fields.who.addEventListener("blur", () => show([]));
  fields.who.addEventListener("keydown", onKey);
  if (document.activeElement === fields.who) void readKnown();
}

async function readKnown(): Promise<void> {
  known = await reloadKnownPeople();
  if (document.activeElement === fields.who) suggestNow();
}

function suggestNow(): void {
  const excluded = peopleOnCard(currentCard()).map(({ id }) => id);
  show(suggestPeople(known, nameBeingTyped(), excluded));
}

/** In a list, the last name is the one being typed. */
function nameBeingTyped(): string {
  const text = fields.who.value;
  return completeNames(text).length > 0 ? text.slice(text.lastIndexOf(",") + 1) : text;
}

function show(found: Person[], index = -1): void {
  shown = found;
  active = index;
  showSuggestions(shown, active, choose);
}

function choose(person: Person): void {
  addKnownPerson(person);
  show([]);
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const act = actionOf(event.key);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionOf(key: string): (() => void) | undefined {
  if (key === "ArrowDown" && shown.length > 0) return () => move(1);
  if (key === "ArrowUp" && shown.length > 0) return () => move(-1);
  if (key === "Escape" && shown.length > 0) return () => show([]);
  if (key === "Enter") return enter;
  if (key === "Backspace" && !fields.who.value) return removeLast();
  return undefined;
}

function move(step: number): void {
  const count = shown.length + 1;
  show(shown, ((active + 1 + step + count) % count) - 1);
}

/** A line stays in the field, as its content is shown below. */
function enter(): void {
  const card = currentCard();
  const name = nameBeingTyped().trim();
  const excluded = card.chosen.map(({ id }) => id);
  const ownIds = [card.nextId, ...card.furtherIds];
  const others = known.filter(({ id }) => !excluded.includes(id) && !ownIds.includes(id));
  const match = shown[active] ?? findNamesake(others, name);
  const isLine = card.reading?.is_line === true && listedNames(fields.who.value).length === 0;
  if (match) choose(match);
  else if (isLine || !fields.who.value.trim()) fields.problem.focus();
  else completeName();
  show([]);
}

function removeLast(): (() => void) | undefined {
  const last = currentCard().chosen.at(-1);
  return last && (() => removePerson(last));
}
