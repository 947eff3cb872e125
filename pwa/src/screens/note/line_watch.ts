/** Reads the line whenever typing pauses, and shows how it was read. */

import { fields } from "./form";
import { currentCard, readLineNow, saveDecision } from "./open_card";
import type { Decision, LinePart } from "./reading";

const PAUSE_MS = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Start to watch the line, part of which may have been typed already. */
export function watchLine(): void {
  fields.who.addEventListener("input", readAfterPause);
  if (fields.who.value) readAfterPause();
}

/** Show the parts of the open card's line, as last read. */
export async function showLine(): Promise<void> {
  const parts = currentCard().reading?.parts ?? [];
  const place = document.getElementById("line_parts") as HTMLElement;
  if (parts.length === 0 && !place.hasChildNodes()) return;
  const { showParts } = await import("./line_list");
  showParts(currentCard().reading?.parts ?? [], onDecision);
}

function readAfterPause(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void readAndShowLine(), PAUSE_MS);
}

/** Read the line now and show its parts; where the parser cannot be loaded, the line stays as it is. */
export async function readAndShowLine(): Promise<void> {
  const reading = await readLineNow().catch(() => undefined);
  if (reading) await showLine();
}

function onDecision(part: LinePart, decision: Decision): void {
  saveDecision(part, decision);
  void readAndShowLine();
}
