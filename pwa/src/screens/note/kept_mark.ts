/** Says above the ways out of the card whether what is typed is stored. */

import type { Keeping } from "./keep";

const words: Record<Exclude<Keeping, "writing">, string> = {
  nothing: "",
  kept: "Kept on this device",
  failed: "Not saved yet. Your words stay here; trying again.",
};

/** Show how far the open card is stored; while a key is being stored the mark is busy, and keeps its words. */
export function showKeeping(keeping: Keeping): void {
  const mark = document.getElementById("kept") as HTMLElement;
  mark.ariaBusy = `${keeping === "writing"}`;
  if (keeping === "writing") return;
  if (mark.textContent !== words[keeping]) mark.textContent = words[keeping];
  mark.classList.toggle("failed", keeping === "failed");
}
