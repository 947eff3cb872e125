/** Distinguishes days in somebody's life from days that are only mentioned. */

const nouns =
  "interviews?|exams?|wedding|marriage|birthday|baby|birth|due date|surgery|operation|funeral|graduation|launch|launches|demo day|deadline|move|trip|flight|holiday|holidays|vacation|marathon|race|concert|exhibition|opening|premiere|board meeting|first day|last day|parental leave|maternity leave|paternity leave|retirement|hearing|trial|defen[cs]e|anniversary|pitch|audition|conference|release|check-?up|scan|treatment|visa|house-?warming|thesis|finals|start date|keynote|book launch|gig|recital|match|tournament|ipo";
const noun = new RegExp(`\\b(?:${nouns})\\b`, "i");
const mine = /^(?:hi,? )?(?:i|i'm|i'll|we|we're|we'll|my|our)\b/i;
const nounRightBefore = new RegExp(`\\b((?:${nouns})(?:\\s+(?:is|is on|on|in|at|due))?)\\s*$`, "i");
const change =
  /\b(?:moving|moves|flying|flies|travel(?:l?ing|s)|launching|launches|leaving|leaves|starting|starts|getting married|marries|graduat(?:es|ing)|retir(?:es|ing)|turns? \d+|back from|returns|due|opens|opening|defends|runs the|speaks at|speaking at|presents|presenting|visiting)\b/i;

/** Check whether a clause is about something that happens in somebody's life. */
export function isOfTheirLife(clause: string): boolean {
  if (mine.test(clause)) return false;
  return noun.test(clause) || change.test(clause);
}

/** Return what happens without the subject: "launching his app" for "he's launching his app". */
export function withoutSubject(clause: string): string {
  return clause
    .replace(/^(?:(?:s?he|they)\b(?:'s|'re)?\s+)?(?:(?:is|are)\s+)?/i, "")
    .replace(/(?<!\s)\s+(?:is|on|in|at)$/i, "");
}

/** Return what happens on a day from the words right before it: "exam" for "her exam on". */
export function happeningBefore(text: string): string | null {
  const said = nounRightBefore.exec(text)?.[1];
  return said?.replace(/(?<!\s)\s+(?:is on|is|on|in|at|due)$/i, "") ?? null;
}
