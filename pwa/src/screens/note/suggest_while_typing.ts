/** Suggests known people below the who field, chosen by a tap or with the arrow keys. */

import type { Saved } from "../../data/queries";
import { everyoneOn } from "./card";
import { fields } from "./form";
import { namesake, suggest } from "./known";
import { readKnownPeople } from "./known_people";
import { completeNames, listedNames } from "./names";
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
  known = await readKnownPeople();
  if (document.activeElement === fields.who) suggestNow();
}

function suggestNow(): void {
  const taken = everyoneOn(cardInHand()).map(({ id }) => id);
  show(suggest(known, nameInHand(), taken));
}

/** The last name of a list is the one that is being typed. */
function nameInHand(): string {
  const text = fields.who.value;
  return completeNames(text).length > 0 ? text.slice(text.lastIndexOf(",") + 1) : text;
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

/** A line stays where it stands; what it says is in the fields below. */
function enter(): void {
  const card = cardInHand();
  const name = nameInHand().trim();
  const taken = card.met.map(({ id }) => id);
  const own = [card.next, ...card.further];
  const others = known.filter(({ id }) => !taken.includes(id) && !own.includes(id));
  const meant = shown[active] ?? namesake(others, name);
  const isLine = card.read?.is_line === true && listedNames(fields.who.value).length === 0;
  if (meant) choose(meant);
  else if (isLine || !fields.who.value.trim()) fields.problem.focus();
  else completeName();
  show([]);
}

function takeOffLast(): (() => void) | undefined {
  const last = cardInHand().met.at(-1);
  return last && (() => takeOff(last));
}
