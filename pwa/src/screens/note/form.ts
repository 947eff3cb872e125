/** The form of index.html: reads and fills it without rendering it again, and shows its save state. */

import { ownValue } from "../../domain/own_value";
import type { SaveState } from "./autosave";
import { dueDays } from "./due_days";
import type { NoteFields } from "./reading";

interface Fields extends HTMLFormControlsCollection {
  who: HTMLInputElement;
  problem: HTMLTextAreaElement;
  promise: HTMLTextAreaElement;
  when: RadioNodeList;
  due_on: HTMLInputElement;
  forecast: RadioNodeList;
  notes: HTMLTextAreaElement;
  clear_when: HTMLButtonElement;
  clear_forecast: HTMLButtonElement;
}

export const form = document.forms.namedItem("note") as HTMLFormElement;
export const fields = form.elements as Fields;

const shortDay = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric" });

/** Empty the form for a new card, with due days counted from now. */
export function clearForm(now: Date): void {
  form.reset();
  form.querySelector("#go_on")?.setAttribute("hidden", "");
  form.querySelector(".note_fields")?.scrollTo(0, 0);
  showDays(now);
  showClearing();
}

/** Show a link above the form: back to a note left open, or on to an event. */
export function offerLink(path: string, words: string): void {
  const link = form.querySelector<HTMLAnchorElement>("#go_on");
  if (!link) return;
  link.href = path;
  link.textContent = words;
  link.hidden = false;
}

/** Make the next button lead to the next conversation of the event, or to a new note. */
export function setNextLink(eventId: string | null): void {
  const link = form.querySelector<HTMLAnchorElement>("#next_person");
  if (!link) return;
  link.href = eventId ? `/listen?event=${eventId}` : "/note";
  link.textContent = eventId ? "Next conversation" : "Next person";
}

/** Return what is typed in the form now. */
export function readForm(): NoteFields {
  const chosen = days().find(({ input }) => input.checked);
  return {
    who: fields.who.value,
    problem: fields.problem.value,
    promise: fields.promise.value,
    promise_due_on: chosen?.input.dataset.day ?? (fields.due_on.value || null),
    forecast: (fields.forecast.value || null) as NoteFields["forecast"],
    notes: fields.notes.value,
  };
}

/** Fill the form with the fields of a card. */
export function fillForm(typed: NoteFields): void {
  fields.who.value = typed.who;
  fields.problem.value = typed.problem;
  fields.promise.value = typed.promise;
  fields.notes.value = typed.notes;
  fields.forecast.value = typed.forecast ?? "";
  fillDay(typed.promise_due_on);
  growFields();
  showClearing();
}

function fillDay(day: string | null): void {
  for (const { input } of days()) input.checked = input.dataset.day === day;
  const isPicked = days().every(({ input }) => !input.checked);
  fields.due_on.value = isPicked ? (day ?? "") : "";
}

/** Show the date that each chip of "when" stands for. */
export function showDays(now: Date): void {
  const dates = dueDays(now);
  for (const { input, note } of days()) {
    const day = ownValue(dates, input.value) ?? "";
    input.dataset.day = day;
    note.textContent = shortDay.format(new Date(`${day}T12:00`));
  }
}

/** Clear the chips when a date is picked, and the date when a chip is. */
export function showDueChoice(changed: EventTarget | null): void {
  if (changed === fields.due_on) for (const { input } of days()) input.checked = false;
  else if (changed instanceof HTMLInputElement && changed.name === "when") fields.due_on.value = "";
  showClearing();
}

/** Clear the due day or the forecast, depending on which clear button was pressed. */
export function clearChoice(button: EventTarget | null): void {
  const isWhen = button === fields.clear_when;
  for (const input of radios(isWhen ? "when" : "forecast")) input.checked = false;
  if (isWhen) fields.due_on.value = "";
  showClearing();
  radios(isWhen ? "when" : "forecast")[0]?.focus();
}

/** Grow the text fields with their text, in browsers without `field-sizing`. */
export function growFields(): void {
  if (CSS.supports("field-sizing", "content")) return;
  for (const field of form.querySelectorAll("textarea")) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }
}

function showClearing(): void {
  const typed = readForm();
  fields.clear_when.hidden = !typed.promise_due_on;
  fields.due_on.toggleAttribute("data-empty", !fields.due_on.value);
  fields.clear_forecast.hidden = !typed.forecast;
}

function days(): { input: HTMLInputElement; note: HTMLElement }[] {
  return radios("when").map((input) => ({
    input,
    note: input.parentElement?.querySelector("small") as HTMLElement,
  }));
}

function radios(name: "when" | "forecast"): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${name}]`)];
}

const words: Record<Exclude<SaveState, "saving">, string> = {
  empty: "",
  saved: "Saved on this device",
  failed: "Not saved yet. Your words are still here; trying again.",
};

/** Show whether the open card is saved; while saving, the text stays and the element is marked busy. */
export function showSaveState(state: SaveState): void {
  const mark = document.getElementById("kept") as HTMLElement;
  mark.ariaBusy = `${state === "saving"}`;
  if (state === "saving") return;
  if (mark.textContent !== words[state]) mark.textContent = words[state];
  mark.classList.toggle("failed", state === "failed");
}

/** Keep the field in use above the on-screen keyboard, also in browsers that lay it over the page. */
export function keepFieldInView(): void {
  const viewport = window.visualViewport;
  viewport?.addEventListener("resize", () => {
    const covered = Math.max(0, innerHeight - viewport.height - viewport.offsetTop);
    document.documentElement.style.setProperty("--keyboard", `${covered}px`);
    showField();
  });
  form.addEventListener("focusin", showField);
}

function showField(): void {
  const field = document.activeElement;
  if (field instanceof HTMLElement && form.contains(field))
    field.scrollIntoView({ block: "nearest" });
}
