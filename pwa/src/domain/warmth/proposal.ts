/** The one dormant person who is proposed in a month: dormant ties are worth more than they look. */
import type { Tie } from "./tie";
import { warmth } from "./warmth";

interface Candidate {
  id: string;
  tie: Tie;
}

/** Judgement: of those who were dormant this share, the deepest ties, comes to mind by itself. */
const obviousShare = 1 / 3;

/**
 * Propose one less obvious person who was dormant when the month began, and whom one had talked with.
 * gives: nobody once there was contact since, or the proposal was let pass
 * takes: the month as `YYYY-MM`, which decides by chance, the same on every device
 */
export function proposed<C extends Candidate>(candidates: C[], month: string): C | undefined {
  const begin = Date.parse(`${month}-01`);
  const dormant = candidates
    .map((candidate) => ({ candidate, ...warmth(candidate.tie, begin) }))
    .filter(({ state, last }) => state === "dormant" && last !== null)
    .filter(({ candidate }) => candidate.tie.ring !== "inner")
    .sort((a, b) => b.depth - a.depth || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
  const lessObvious = dormant.slice(Math.floor(dormant.length * obviousShare));
  const [chosen] = lessObvious.sort((a, b) => chance(month + a.id) - chance(month + b.id));
  return chosen && isStillOpen(chosen.tie, begin) ? chosen : undefined;
}

function isStillOpen(tie: Tie, begin: number): boolean {
  const isSince = (at: string | null) => at !== null && Date.parse(at) >= begin;
  const sinceThen = tie.contacts.some(({ at }) => isSince(at));
  return !sinceThen && !isSince(tie.passed_at) && !tie.let_go_at;
}

/**
 * A number that looks like chance, and is the same for the same words.
 * source: the hash FNV-1a, 32 bits
 */
function chance(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
