/** Adopts the form of index.html, and opens the card for each address. */

import { setOpenCard } from "../../data/device_state";
import { askToPersistOnce } from "../../data/persistence";
import { currentRoute, go, match, onNavigate, type Route } from "../../ui/router";
import { showToast } from "../../ui/toast";
import { type Card, isEmpty, isLineUnread } from "./card";
import {
  clearChoice,
  fields,
  form,
  growFields,
  keepFieldInView,
  offerLink,
  setNextLink,
  showDays,
  showDueChoice,
} from "./form";
import { readAndShowLine, showLine, watchLine } from "./line_watch";
import { findOpenConversation, sharedText } from "./note_start";
import {
  addPeople,
  currentCard,
  isCardFailing,
  openNewCard,
  openStoredCard,
  saveForm,
} from "./open_card";
import { suggestWhileTyping } from "./suggest_while_typing";

/** Adopt the form as it is, with what was typed before any script ran. */
export function adoptForm(): void {
  showDays(new Date());
  setNextLink(currentCard().event_id);
  addListeners();
  suggestWhileTyping();
  watchLine();
  keepFieldInView();
  onNavigate(arrive);
  saveForm();
  const { path, params } = currentRoute();
  void addPeopleFromRoute(params);
  if (!isEmpty(currentCard())) updateAddress();
  else if (match("/note", path) && sharedText(params)) fillFromShare(params);
  else if (match("/note/:id", path)) arrive(currentRoute());
  else if (path === "/" || path === "/note") void offerOpenNote(path);
}

function addListeners(): void {
  form.addEventListener("input", (event) => {
    showDueChoice(event.target);
    growFields();
    saveForm();
    updateAddress();
  });
  for (const button of [fields.clear_when, fields.clear_forecast])
    button.addEventListener("click", () => {
      clearChoice(button);
      saveForm();
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
      go(isScan ? scanFor(currentCard()) : link.pathname + link.search);
    });
}

/** A scanned contact comes back to this card. */
function scanFor({ conversation_id, event_id }: Card): string {
  return `/scan?card=${conversation_id}${event_id ? `&event=${event_id}` : ""}`;
}

/** A card that could not be saved stays on the screen until it is. */
function arrive({ path, params }: Route): void {
  const id = match("/note/:id", path)?.id;
  if (id === currentCard().conversation_id) return;
  if (path.startsWith("/note") && isCardFailing()) stayOnCard();
  else if (id) void reopenCard(id);
  else if (path === "/note") openNewNote(params);
  else leaveCard();
}

function stayOnCard(): void {
  go(notePath(currentCard().conversation_id), { replace: true });
  showToast("This note isn't saved yet. It stays open until it is.");
}

function openNewNote(params: URLSearchParams): void {
  openNewCard();
  void showLine();
  fields.who.focus();
  void addPeopleFromRoute(params);
  if (sharedText(params)) fillFromShare(params);
}

/** Adds the people of the conversation to its card; a card that is stored already is opened as it is. */
async function addPeopleFromRoute(params: URLSearchParams): Promise<void> {
  const id = params.get("card");
  if (id !== currentCard().conversation_id) return;
  const { peopleOfConversation, readStoredCard } = await import("./stored_card");
  const [stored, people] = await Promise.all([
    readStoredCard(id),
    peopleOfConversation(params.getAll("person"), params.getAll("target")),
  ]);
  if (id !== currentCard().conversation_id) return;
  if (stored && isEmpty(currentCard())) return reopenCard(id);
  addPeople(people);
  updateAddress();
}

async function reopenCard(id: string): Promise<void> {
  openNewCard();
  const before = currentCard();
  const { storedRecords, readStoredCard } = await import("./stored_card");
  const stored = await readStoredCard(id);
  const records = stored ? await storedRecords(stored) : [];
  if (currentCard() !== before) return;
  if (!stored) return go("/note", { replace: true });
  openStoredCard(stored, records);
  void (isLineUnread(stored) ? readAndShowLine() : showLine());
}

/** The app's icon leads back to the card left open; a new note only gets a link to it. */
async function offerOpenNote(path: string): Promise<void> {
  const left = await findOpenConversation(new Date());
  if (!left || currentRoute().path !== path || !isEmpty(currentCard())) return;
  if (path === "/") go(notePath(left.id), { replace: true });
  else
    offerLink(
      notePath(left.id),
      left.body.who ? `Continue your note about ${left.body.who}` : "Continue your open note",
    );
}

/** Show the card's own path, so that a reload comes back to it. */
function updateAddress(): void {
  const { path } = currentRoute();
  const card = currentCard();
  if (path === "/note" && !isEmpty(card)) go(notePath(card.conversation_id), { replace: true });
}

function fillFromShare(params: URLSearchParams): void {
  fields.notes.value = sharedText(params);
  growFields();
  saveForm();
  updateAddress();
  offerLink(`/events/from/${currentCard().conversation_id}`, "Make it an event");
}

function leaveCard(): void {
  if (isCardFailing()) return;
  if (!isEmpty(currentCard())) void closeCard().catch(() => undefined);
  openNewCard();
  void showLine();
}

async function closeCard(): Promise<void> {
  await setOpenCard(undefined);
  await askToPersistOnce();
}

function notePath(id: string): string {
  return `/note/${id}`;
}
