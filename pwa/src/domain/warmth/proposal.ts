/** Proposes one dormant person a month, because dormant ties are worth more than they seem. */
import type { Tie } from "./tie";
import { warmth } from "./warmth";

interface Candidate {
  id: string;
  tie: Tie;
}

/** Judgement: this share of dormant people, those with the deepest ties, comes to mind anyway. */
const obviousShare = 1 / 3;

/**
 * Propose one less obvious person who was dormant when the month began and with whom there was contact before.
 * @param month - as `YYYY-MM`; it is the seed of the draw, so that every device proposes the same person
 * @returns nobody after contact in this month, or once the proposal was skipped
 */
export function proposePerson<C extends Candidate>(candidates: C[], month: string): C | undefined {
  const begin = Date.parse(`${month}-01`);
  const dormant = candidates
    .map((candidate) => ({ candidate, ...warmth(candidate.tie, begin) }))
    .filter(({ state, last }) => state === "dormant" && last !== null)
    .filter(({ candidate }) => candidate.tie.ring !== "inner")
    .sort((a, b) => b.depth - a.depth || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
  const lessObvious = dormant.slice(Math.floor(dormant.length * obviousShare));
  const [chosen] = lessObvious.sort((a, b) => hashOf(month + a.id) - hashOf(month + b.id));
  return chosen && isStillOpen(chosen.tie, begin) ? chosen : undefined;
}

function isStillOpen(tie: Tie, begin: number): boolean {
  const isThisMonth = (at: string | null) => at !== null && Date.parse(at) >= begin;
  const hadContact = tie.contacts.some(({ at }) => isThisMonth(at));
  return !hadContact && !isThisMonth(tie.passed_at) && !tie.let_go_at;
}

/** A number that looks random and is the same for the same text: the hash FNV-1a of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
