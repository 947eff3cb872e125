/** The card that is open now: what it holds follows the form, and the device follows it at each keystroke. */

import { setOpenCard } from "../records/open_card";
import type { Saved } from "../records/queries";
import { type Card, everyoneOn, isEmpty, type Met, newCard, recordsOf } from "./card";
import { clearForm, fields, fillForm, growFields, readForm } from "./form";
import { type Keeper, type Keeping, keeper } from "./keep";
import { showKeeping } from "./kept_mark";
import { cutNames, cutOverflow } from "./names";
import { showChosen } from "./who";

let card: Card = newCard();
let kept: Keeper = keeper([], tellOf(card));

/** Give the open card. */
export function cardInHand(): Card {
  return card;
}

/** Ask whether the device refuses to store the open card. */
export function isCardFailing(): boolean {
  return kept.state() === "failed";
}

/** Open a new card in an empty form. */
export function openNewCard(): void {
  take(newCard(), []);
}

/** Open a card that is stored already. */
export function openStoredCard(stored: Card): void {
  take(stored, recordsOf(stored));
  fillForm(stored.typed);
  growFields();
  void rememberOpen(stored);
}

/** Take what is in the form into the card, and keep it. */
export function takeInForm(): void {
  cutWho();
  card = { ...card, typed: readForm() };
  const isFirst = card.captured_at === null && !isEmpty(card);
  change(isFirst ? { captured_at: new Date().toISOString() } : {});
  if (isFirst) void rememberOpen(card);
}

/** Make a chip of the name that is being typed. */
export function completeName(): void {
  change({ met: everyoneOn(card), next: newCard().next });
  fields.who.value = "";
  takeInForm();
  drawMet();
}

/** Put a known person on the card in place of the text that found them. */
export function choosePerson({ id, body }: Saved<"person">): void {
  fields.who.value = "";
  change({ met: [...card.met, { id, name: body.name, isNew: false }] });
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

function take(next: Card, stored: ReturnType<typeof recordsOf>): void {
  card = next;
  kept = keeper(stored, tellOf(next));
  clearForm(new Date());
  showKeeping(stored.length > 0 ? "kept" : "nothing");
  drawMet();
}

function change(news: Partial<Card>): void {
  card = { ...card, ...news };
  kept.keep(recordsOf(card));
}

function cutWho(): void {
  const { names, rest } = cutNames(fields.who.value);
  for (const name of names) {
    const met = { id: card.next, name, isNew: true };
    card = { ...card, met: [...card.met, met], next: newCard().next };
  }
  const { name, overflow } = cutOverflow(rest);
  if (name !== fields.who.value) fields.who.value = name;
  if (overflow) fields.notes.value += overflow;
  if (names.length > 0) drawMet();
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
