/** Suggests known people below the who field, chosen by a tap or with the arrow keys. */

import { people, type Saved } from "../records/queries";
import { everyoneOn } from "./card";
import { fields } from "./form";
import { namesake, suggest } from "./known";
import { cardInHand, choosePerson, completeName, takeOff } from "./open_card";
import { showKnown } from "./who";

type Person = Saved<"person">;

let known: Person[] = [];
let shown: Person[] = [];
let active = -1;

/** Start to suggest. */
export function suggestWhileTyping(): void {
  fields.who.addEventListener("focus", () => void readKnown());
  fields.who.addEventListener("input", suggestNow);
  fields.who.addEventListener("blur", () => show([]));
  fields.who.addEventListener("keydown", onKey);
  if (document.activeElement === fields.who) void readKnown();
}

async function readKnown(): Promise<void> {
  known = await people();
  if (document.activeElement === fields.who) suggestNow();
}

function suggestNow(): void {
  const taken = everyoneOn(cardInHand()).map(({ id }) => id);
  show(suggest(known, fields.who.value, taken));
}

function show(found: Person[], reached = -1): void {
  shown = found;
  active = reached;
  showKnown(shown, active, choose);
}

function choose(person: Person): void {
  choosePerson(person);
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
  if (key === "Backspace" && !fields.who.value) return takeOffLast();
  return undefined;
}

function move(step: number): void {
  const places = shown.length + 1;
  show(shown, ((active + 1 + step + places) % places) - 1);
}

function enter(): void {
  const name = fields.who.value.trim();
  const taken = cardInHand().met.map(({ id }) => id);
  const others = known.filter(({ id }) => !taken.includes(id) && id !== cardInHand().next);
  const meant = shown[active] ?? namesake(others, name);
  if (meant) choose(meant);
  else if (name) completeName();
  else fields.problem.focus();
  show([]);
}

function takeOffLast(): (() => void) | undefined {
  const last = cardInHand().met.at(-1);
  return last && (() => takeOff(last));
}
