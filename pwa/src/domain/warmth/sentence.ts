/** The sentences about warmth: why a value is what it is, and why a nudge comes. */
import type { NudgeReason } from "./nudge";
import type { Warmth } from "./warmth";

/** From which share of one side the sentence says that it is mostly that side. */
const mostly = 0.6;

const planReasons: Record<Exclude<NudgeReason, "rhythm">, string> = {
  plan_1: "Say thanks, in their words",
  plan_8: "Give the help you thought of",
  plan_30: "Ask how it went",
};

/** Explain a warmth: "54: you talked 84 days ago; usually every 3 weeks; you both write." */
export function explain(tie: Warmth): string {
  const parts = [lastContactText(tie)];
  if (tie.writes || tie.contacts_count > 0) parts.push(sidesText(tie));
  if (tie.broke) parts.push("a promise was broken");
  return `${tie.warmth}: ${parts.join("; ")}.`;
}

/** Return why a nudge comes: the step of the first weeks' plan, else when the last contact was. */
export function nudgeReason(why: NudgeReason, warm: Warmth): string {
  if (why !== "rhythm") return planReasons[why];
  const last = lastContactText(warm);
  return last.charAt(0).toUpperCase() + last.slice(1);
}

/** Return when the last contact was, and how often there usually is one. */
export function lastContactText({ last, days_ago, rhythm_days }: Warmth): string {
  if (days_ago === null) return "you haven't talked yet";
  if (last === null) return `you haven't talked yet; added ${agoText(days_ago)}`;
  const verb = last === "message" ? "wrote" : "talked";
  return `you ${verb} ${agoText(days_ago)}; usually ${rhythmText(Math.floor(rhythm_days + 0.5))}`;
}

function agoText(days: number): string {
  return ["today", "yesterday"][days] ?? `${days} days ago`;
}

function rhythmText(days: number): string {
  if (days >= 548) return `every ${Math.floor(days / 365 + 0.5)} years`;
  if (days >= 300) return "about once a year";
  if (days >= 50) return `every ${Math.floor(days / 30.4 + 0.5)} months`;
  if (days >= 14) return `every ${Math.floor(days / 7 + 0.5)} weeks`;
  return days > 1 ? `every ${days} days` : "every day";
}

function sidesText({ writes, waits, contacts_count, mine, theirs }: Warmth): string {
  if (waits) return "your message is unanswered";
  if (!writes)
    return contacts_count === 1
      ? "1 conversation so far"
      : `${contacts_count} conversations so far`;
  const share = (theirs + 1) / (mine + theirs + 2);
  if (share > mostly) return "mostly they write";
  return share < 1 - mostly ? "mostly you write" : "you both write";
}
