/** The form that stands in index.html: what is typed in it, and filling it without drawing it anew. */

import { dueDays, type WhenChip } from "./due_days";
import type { Typed } from "./typed";

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

/** Empty the form for a new card whose chips count from now. */
export function clearForm(now: Date): void {
  form.reset();
  form.querySelector("#go_on")?.setAttribute("hidden", "");
  form.querySelector(".note_fields")?.scrollTo(0, 0);
  nameDays(now);
  showClearing();
}

/** Offer another way than a new card: back to one left open, or on to an event. */
export function offer(path: string, words: string): void {
  const link = form.querySelector<HTMLAnchorElement>("#go_on");
  if (!link) return;
  link.href = path;
  link.textContent = words;
  link.hidden = false;
}

/** Let the way on lead to the next talk of the event, or to a new card. */
export function leadOn(eventId: string | null): void {
  const link = form.querySelector<HTMLAnchorElement>("#next_person");
  if (!link) return;
  link.href = eventId ? `/listen?event=${eventId}` : "/note";
  link.textContent = eventId ? "Next talk" : "Next person";
}

/** Give what is typed now. */
export function readForm(): Typed {
  const chosen = days().find(({ input }) => input.checked);
  return {
    who: fields.who.value,
    problem: fields.problem.value,
    promise: fields.promise.value,
    promise_due_on: chosen?.input.dataset.day ?? (fields.due_on.value || null),
    forecast: (fields.forecast.value || null) as Typed["forecast"],
    notes: fields.notes.value,
  };
}

/** Put what a card holds into the form. */
export function fillForm(typed: Typed): void {
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

/** Write beside each chip of "when" which day it means. */
export function nameDays(now: Date): void {
  const meant = dueDays(now);
  for (const { input, note } of days()) {
    const day = meant[input.value as WhenChip];
    input.dataset.day = day;
    note.textContent = shortDay.format(new Date(`${day}T12:00`));
  }
}

/** Let a picked date and the chips exclude one another. */
export function showDueChoice(changed: EventTarget | null): void {
  if (changed === fields.due_on) for (const { input } of days()) input.checked = false;
  else if (changed instanceof HTMLInputElement && changed.name === "when") fields.due_on.value = "";
  showClearing();
}

/** Take back what was chosen with the chips, as one of the two buttons says. */
export function clearChoice(button: EventTarget | null): void {
  const isWhen = button === fields.clear_when;
  for (const input of radios(isWhen ? "when" : "forecast")) input.checked = false;
  if (isWhen) fields.due_on.value = "";
  showClearing();
  radios(isWhen ? "when" : "forecast")[0]?.focus();
}

/** Let the text fields grow with their text, where the browser does not do so itself. */
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
