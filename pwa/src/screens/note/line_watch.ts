/** Has the line understood whenever it rests for a moment, and shows what was understood. */

import { fields } from "./form";
import { cardInHand, decide, takeInLine } from "./open_card";
import type { Decision, Part } from "./reading";

const REST_MS = 150;

let resting: ReturnType<typeof setTimeout> | undefined;

/** Start to watch the line, of which some may have been typed already. */
export function watchLine(): void {
  fields.who.addEventListener("input", waitForRest);
  if (fields.who.value) waitForRest();
}

/** Show the parts of the open card's line, as they were understood last. */
export async function showLine(): Promise<void> {
  const parts = cardInHand().read?.parts ?? [];
  const place = document.getElementById("line_parts") as HTMLElement;
  if (parts.length === 0 && !place.hasChildNodes()) return;
  const { showParts } = await import("./line_list");
  showParts(cardInHand().read?.parts ?? [], onDecision);
}

function waitForRest(): void {
  clearTimeout(resting);
  resting = setTimeout(() => void understandNow(), REST_MS);
}

/** Have the line understood as it stands; where the rules cannot be fetched, it is kept as it is. */
export async function understandNow(): Promise<void> {
  const reading = await takeInLine().catch(() => undefined);
  if (reading) await showLine();
}

function onDecision(part: Part, decision: Decision): void {
  decide(part, decision);
  void understandNow();
}
