/** The card that is open now: what it holds follows the form, and the device follows it at each keystroke. */

import { setOpenCard } from "../../data/device_state";
import type { Saved } from "../../data/queries";
import { currentRoute } from "../../ui/router";
import { cardAt } from "./begun";
import {
  type Card,
  everyoneOn,
  freshLine,
  isEmpty,
  newPeople,
  recordsOf,
  type Wanted,
} from "./card";
import { clearForm, fields, fillForm, leadOn, readForm } from "./form";
import { type Keeper, type Keeping, keeper } from "./keep";
import { showKeeping } from "./kept_mark";
import { completeNames, listedNames } from "./names";
import type { Decision, Part, Reading } from "./reading";
import type { Met } from "./typed";
import { showChosen } from "./who";

let card: Card = cardAt(currentRoute());
let kept: Keeper = keeper([], tellOf(card));

/** Give the open card. */
export function cardInHand(): Card {
  return card;
}

/** Ask whether the device refuses to store the open card. */
export function isCardFailing(): boolean {
  return kept.state() === "failed";
}

/** Open the new card that the address asks for, in an empty form. */
export function openNewCard(): void {
  take(cardAt(currentRoute()), []);
}

/** Open a card that is stored already, and the records of it that are. */
export function openStoredCard(stored: Card, held: Wanted[]): void {
  take(stored, held);
  fillForm(stored.typed);
  void rememberOpen(stored);
}

/** Take what is in the form into the card, and keep it. */
export function takeInForm(): void {
  card = { ...card, typed: readForm() };
  const isFirst = card.captured_at === null && !isEmpty(card);
  change(isFirst ? { captured_at: new Date().toISOString() } : {});
  if (!isFirst) return;
  void rememberOpen(card);
  void joinEvent(card).catch(() => undefined);
}

/** Have the line understood as it stands now; gives the reading if it still stands so then. */
export async function takeInLine(): Promise<Reading | undefined> {
  const asked = card;
  const { readCard, withReading } = await import("./reader");
  const reading = await readCard(asked);
  const isSame = asked.conversation_id === card.conversation_id && asked.met === card.met;
  if (!isSame || asked.decisions !== card.decisions || fields.who.value !== reading.text) return;
  change(withReading(card, reading));
  fillForm(card.typed);
  return reading;
}

/** Keep what was decided of a part of the line. */
export function decide({ key }: Part, decision: Decision): void {
  card = { ...card, decisions: { ...card.decisions, [key]: decision } };
}

/** Make chips of the names in the who field. */
export function completeName(): void {
  const { met, read, typed } = card;
  const listed = listedNames(typed.who);
  const names = listed.length > 0 ? listed : [typed.who.trim()];
  const isRead = read?.text === typed.who;
  change({ met: isRead ? everyoneOn(card) : [...met, ...newPeople(card, names)] });
  clearWho();
}

/** Put a known person on the card in place of the text that found them, beside the names before it. */
export function choosePerson({ id, body }: Saved<"person">): void {
  const before = newPeople(card, completeNames(card.typed.who));
  change({ met: [...card.met, ...before, { id, name: body.name, isNew: false }] });
  clearWho();
}

/** Put on the card whom its talk was with. */
export function putOn(people: Met[]): void {
  card = { ...card, met: [...card.met, ...people] };
  takeInForm();
  drawMet();
}

/** Take somebody off the card. */
export function takeOff({ id }: Met): void {
  change({ met: card.met.filter((person) => person.id !== id) });
  takeInForm();
  drawMet();
  fields.who.focus();
}

function take(next: Card, stored: Wanted[]): void {
  void finish(card, kept).catch(() => undefined);
  card = next;
  kept = keeper(stored, tellOf(next));
  clearForm(new Date());
  leadOn(card.event_id);
  showKeeping(stored.length > 0 ? "kept" : "nothing");
  drawMet();
}

function change(news: Partial<Card>): void {
  card = { ...card, ...news };
  kept.keep(recordsOf(card));
}

function clearWho(): void {
  fields.who.value = "";
  card = { ...card, ...freshLine() };
  takeInForm();
  drawMet();
}

/** A line that was left before it rested is understood all the same. */
async function finish(left: Card, itsKeeper: Keeper): Promise<void> {
  const isRead = left.typed.who === (left.read?.text ?? "");
  if (isEmpty(left) || isRead) return;
  const { readCard, withReading } = await import("./reader");
  const reading = await readCard(left);
  itsKeeper.keep(recordsOf(withReading(left, reading)));
}

/** A note written while an event is on belongs to it, also when it was left by then. */
async function joinEvent({ conversation_id, event_id }: Card): Promise<void> {
  const { eventsOnAt, putAtEvent } = await import("../../data/events");
  const [event] = event_id ? [] : await eventsOnAt(new Date());
  if (!event) return;
  if (card.conversation_id === conversation_id) change({ event_id: event.id });
  else await putAtEvent(conversation_id, event.id);
}

function drawMet(): void {
  showChosen(card.met, takeOff);
}

/** A card that was left may still be stored; only the open one's state is shown. */
function tellOf({ conversation_id }: Card): (keeping: Keeping) => void {
  return (keeping) => {
    if (conversation_id === card.conversation_id) showKeeping(keeping);
  };
}

/** Coming back to the card is a comfort; whether its words are stored is told by its keeper. */
async function rememberOpen({ conversation_id }: Card): Promise<void> {
  await setOpenCard(conversation_id).catch(() => undefined);
}
