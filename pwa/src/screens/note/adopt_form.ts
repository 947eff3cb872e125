/** Brings the form that stands in index.html to life, and opens the card that the path asks for. */

import { setOpenCard } from "../../data/device_state";
import { askToPersistOnce } from "../../data/persistence";
import { currentRoute, go, match, onMove, type Route } from "../../ui/router";
import { showToast } from "../../ui/toast";
import { type Card, isEmpty, isLineUnread } from "./card";
import {
  clearChoice,
  fields,
  form,
  growFields,
  leadOn,
  nameDays,
  offer,
  showDueChoice,
} from "./form";
import { keepFieldInView } from "./keyboard_room";
import { cardLeftOpen } from "./left_open";
import { showLine, understandNow, watchLine } from "./line_watch";
import {
  cardInHand,
  isCardFailing,
  openNewCard,
  openStoredCard,
  putOn,
  takeInForm,
} from "./open_card";
import { sharedText } from "./shared_text";
import { suggestWhileTyping } from "./suggest_while_typing";

/** Take over the form as it stands, with what was typed before any script ran. */
export function adoptForm(): void {
  nameDays(new Date());
  leadOn(cardInHand().event_id);
  listen();
  suggestWhileTyping();
  watchLine();
  keepFieldInView();
  onMove(arrive);
  takeInForm();
  const { path, params } = currentRoute();
  void putOnThoseMet(params);
  if (!isEmpty(cardInHand())) keepAddress();
  else if (match("/note", path) && sharedText(params)) takeInShared(params);
  else if (match("/note/:id", path)) arrive(currentRoute());
  else if (path === "/" || path === "/note") void comeBack(path);
}

function listen(): void {
  form.addEventListener("input", (event) => {
    showDueChoice(event.target);
    growFields();
    takeInForm();
    keepAddress();
  });
  for (const button of [fields.clear_when, fields.clear_forecast])
    button.addEventListener("click", () => {
      clearChoice(button);
      takeInForm();
    });
  fields.due_on.addEventListener("click", () => fields.due_on.showPicker?.());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape") go("/");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
      form.querySelector<HTMLAnchorElement>("#next_person")?.click();
  });
  followLinks();
  addEventListener("beforeunload", (event) => {
    if (isCardFailing()) event.preventDefault();
  });
}

function followLinks(): void {
  for (const link of form.querySelectorAll("a"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const isScan = link.id === "scan_code";
      go(isScan ? scanFor(cardInHand()) : link.pathname + link.search);
    });
}

/** What is scanned comes back to this very card. */
function scanFor({ conversation_id, event_id }: Card): string {
  return `/scan?card=${conversation_id}${event_id ? `&event=${event_id}` : ""}`;
}

/** What could not be stored yet stays on the screen until it is. */
function arrive({ path, params }: Route): void {
  const asked = match("/note/:id", path)?.id;
  const inHand = cardInHand();
  if (asked === inHand.conversation_id) return;
  if (path.startsWith("/note") && isCardFailing()) stay();
  else if (asked) void openAgain(asked);
  else if (path === "/note") openFresh(params);
  else leave();
}

function stay(): void {
  go(addressOf(cardInHand().conversation_id), { replace: true });
  showToast("This note is not saved yet. It stays open until it is.");
}

function openFresh(params: URLSearchParams): void {
  openNewCard();
  void showLine();
  fields.who.focus();
  void putOnThoseMet(params);
  if (sharedText(params)) takeInShared(params);
}

/** Whom a talk was with stands on its card; a card that is stored already is opened as it is. */
async function putOnThoseMet(params: URLSearchParams): Promise<void> {
  const id = params.get("card");
  if (id !== cardInHand().conversation_id) return;
  const { metInTalk, storedCard } = await import("./stored_card");
  const [stored, met] = await Promise.all([
    storedCard(id),
    metInTalk(params.getAll("person"), params.getAll("target")),
  ]);
  if (id !== cardInHand().conversation_id) return;
  if (stored && isEmpty(cardInHand())) return openAgain(id);
  putOn(met);
  keepAddress();
}

async function openAgain(id: string): Promise<void> {
  openNewCard();
  const before = cardInHand();
  const { heldOf, storedCard } = await import("./stored_card");
  const stored = await storedCard(id);
  const held = stored ? await heldOf(stored) : [];
  if (cardInHand() !== before) return;
  if (!stored) return go("/note", { replace: true });
  openStoredCard(stored, held);
  void (isLineUnread(stored) ? understandNow() : showLine());
}

/** The icon leads back to the card left open; who asked for a new one gets it, and the way back. */
async function comeBack(path: string): Promise<void> {
  const left = await cardLeftOpen(new Date());
  if (!left || currentRoute().path !== path || !isEmpty(cardInHand())) return;
  if (path === "/") go(addressOf(left.id), { replace: true });
  else
    offer(
      addressOf(left.id),
      `Go on with the note ${left.body.who ? `on ${left.body.who}` : "left open"}`,
    );
}

/** The card's own path, so that a reload comes back to it. */
function keepAddress(): void {
  const { path } = currentRoute();
  const card = cardInHand();
  if (path === "/note" && !isEmpty(card)) go(addressOf(card.conversation_id), { replace: true });
}

function takeInShared(params: URLSearchParams): void {
  fields.notes.value = sharedText(params);
  growFields();
  takeInForm();
  keepAddress();
  offer(`/events/from/${cardInHand().conversation_id}`, "Make it an event");
}

function leave(): void {
  if (isCardFailing()) return;
  if (!isEmpty(cardInHand())) void putAway().catch(() => undefined);
  openNewCard();
  void showLine();
}

async function putAway(): Promise<void> {
  await setOpenCard(undefined);
  await askToPersistOnce();
}

function addressOf(id: string): string {
  return `/note/${id}`;
}
