/** The open card: it follows the form, and is saved at each keystroke. */

import { setOpenCard } from "../../data/device_state";
import type { Saved } from "../../data/queries";
import { currentRoute } from "../../ui/router";
import { type Autosave, createAutosave, type SaveState } from "./autosave";
import {
  type Card,
  emptyLine,
  isEmpty,
  type NoteRecord,
  newPeople,
  peopleOnCard,
  recordsOfCard,
} from "./card";
import { clearForm, fields, fillForm, readForm, setNextLink, showSaveState } from "./form";
import { completeNames, listedNames } from "./names";
import { newCardForRoute } from "./note_start";
import type { Decision, LinePart, LineReading, NotePerson } from "./reading";
import { showChosen } from "./who";

let card: Card = newCardForRoute(currentRoute());
let autosave: Autosave = createAutosave([], saveListener(card));

/** Return the open card. */
export function currentCard(): Card {
  return card;
}

/** Check whether saving the open card fails. */
export function isCardFailing(): boolean {
  return autosave.state() === "failed";
}

/** Open a new card for the address, in an empty form. */
export function openNewCard(): void {
  replaceCard(newCardForRoute(currentRoute()), []);
}

/** Open a card that is stored already, with those of its records that are. */
export function openStoredCard(stored: Card, records: NoteRecord[]): void {
  replaceCard(stored, records);
  fillForm(stored.typed);
  void rememberOpen(stored);
}

/** Copy the form into the card, and save it. */
export function saveForm(): void {
  card = { ...card, typed: readForm() };
  const isFirst = card.captured_at === null && !isEmpty(card);
  change(isFirst ? { captured_at: new Date().toISOString() } : {});
  if (!isFirst) return;
  void rememberOpen(card);
  void joinEvent(card).catch(() => undefined);
}

/** Read the line now; undefined where the line or card changed in the meantime. */
export async function readLineNow(): Promise<LineReading | undefined> {
  const before = card;
  const { readLineOfCard, withReading } = await import("./reader");
  const reading = await readLineOfCard(before);
  const isSame = before.conversation_id === card.conversation_id && before.chosen === card.chosen;
  if (!isSame || before.decisions !== card.decisions || fields.who.value !== reading.text) return;
  change(withReading(card, reading));
  fillForm(card.typed);
  return reading;
}

/** Save the user's decision on a part of the line. */
export function saveDecision({ key }: LinePart, decision: Decision): void {
  card = { ...card, decisions: { ...card.decisions, [key]: decision } };
}

/** Turn the names in the who field into chips. */
export function completeName(): void {
  const { chosen, reading, typed } = card;
  const listed = listedNames(typed.who);
  const names = listed.length > 0 ? listed : [typed.who.trim()];
  const isRead = reading?.text === typed.who;
  change({ chosen: isRead ? peopleOnCard(card) : [...chosen, ...newPeople(card, names)] });
  clearWho();
}

/** Add a known person in place of the text that found them, after the names before it. */
export function addKnownPerson({ id, body }: Saved<"person">): void {
  const before = newPeople(card, completeNames(card.typed.who));
  change({ chosen: [...card.chosen, ...before, { id, name: body.name, isNew: false }] });
  clearWho();
}

/** Add the people whom the conversation was with. */
export function addPeople(people: NotePerson[]): void {
  card = { ...card, chosen: [...card.chosen, ...people] };
  saveForm();
  drawChosen();
}

/** Remove a person from the card. */
export function removePerson({ id }: NotePerson): void {
  change({ chosen: card.chosen.filter((person) => person.id !== id) });
  saveForm();
  drawChosen();
  fields.who.focus();
}

function replaceCard(next: Card, records: NoteRecord[]): void {
  void finish(card, autosave).catch(() => undefined);
  card = next;
  autosave = createAutosave(records, saveListener(next));
  clearForm(new Date());
  setNextLink(card.event_id);
  showSaveState(records.length > 0 ? "saved" : "empty");
  drawChosen();
}

function change(changes: Partial<Card>): void {
  card = { ...card, ...changes };
  autosave.save(recordsOfCard(card));
}

function clearWho(): void {
  fields.who.value = "";
  card = { ...card, ...emptyLine() };
  saveForm();
  drawChosen();
}

/** A line that was left before the pause is still read. */
async function finish(left: Card, itsAutosave: Autosave): Promise<void> {
  const isRead = left.typed.who === (left.reading?.text ?? "");
  if (isEmpty(left) || isRead) return;
  const { readLineOfCard, withReading } = await import("./reader");
  const reading = await readLineOfCard(left);
  itsAutosave.save(recordsOfCard(withReading(left, reading)));
}

/** A note written during an event belongs to it, even if the card was left in the meantime. */
async function joinEvent({ conversation_id, event_id }: Card): Promise<void> {
  const { eventsOnAt, setEventOf } = await import("../../data/events");
  const [event] = event_id ? [] : await eventsOnAt(new Date());
  if (!event) return;
  if (card.conversation_id === conversation_id) change({ event_id: event.id });
  else await setEventOf(conversation_id, event.id);
}

function drawChosen(): void {
  showChosen(card.chosen, removePerson);
}

/** A card that was left may still be saving; only the state of the open one is shown. */
function saveListener({ conversation_id }: Card): (state: SaveState) => void {
  return (state) => {
    if (conversation_id === card.conversation_id) showSaveState(state);
  };
}

/** A failure is ignored here: it only affects reopening the card, and autosave reports its own. */
async function rememberOpen({ conversation_id }: Card): Promise<void> {
  await setOpenCard(conversation_id).catch(() => undefined);
}
