/** The sentence to which a value of warmth opens: why it is what it is. */
import type { Warmth } from "./warmth";

/** From which share of one side the sentence says that it is mostly that side. */
const mostly = 0.6;

/** Say why a tie is as warm as it is: "54: last talked 84 days ago (usual 21); you both write." */
export function explain(tie: Warmth): string {
  const parts = [lastContactText(tie)];
  if (tie.writes || tie.contacts_count > 0) parts.push(sidesOf(tie));
  if (tie.broke) parts.push("a promise was broken");
  return `${tie.warmth}: ${parts.join("; ")}.`;
}

/** Say when the last contact was, and how usual that is: "last talked 84 days ago (usual 21)". */
export function lastContactText(tie: Warmth): string {
  return `${lastOf(tie)} (usual ${Math.floor(tie.rhythm_days + 0.5)})`;
}

function lastOf({ last, days_ago }: Warmth): string {
  if (days_ago === null) return "not talked yet";
  if (last === null) return `not talked yet, added ${ago(days_ago)}`;
  return `last ${last === "message" ? "wrote" : "talked"} ${ago(days_ago)}`;
}

function ago(days: number): string {
  return ["today", "yesterday"][days] ?? `${days} days ago`;
}

function sidesOf({ writes, waits, contacts_count, mine, theirs }: Warmth): string {
  if (waits) return "your message waits for an answer";
  if (!writes) return contacts_count === 1 ? "one talk so far" : `${contacts_count} talks so far`;
  const share = (theirs + 1) / (mine + theirs + 2);
  if (share > mostly) return "mostly they write";
  return share < 1 - mostly ? "mostly you write" : "you both write";
}
