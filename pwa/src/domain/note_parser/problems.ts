/** Detects whether a clause says what somebody struggles with. */

import type { Piece } from "./pieces";

/** Where a problem is in a clause. */
export interface ProblemWords {
  from: number;
  sure: boolean;
}

const strength =
  "(?:(?:very|really|so|totally|completely|always|still|constantly|just|quite|a bit|also)\\s+)*";
const label =
  /^(?:(?:the|their|her|his|big|main|biggest)\s+)*(?:problem|issue|pain|challenge|struggle)s?(?::|\s+is)\s+/i;
const subject =
  /^(?:(?:s?he|they|it|who|both|\p{Lu}\p{Ll}+)(?:'s|'re)?\s+(?:(?:is|are|feels?|seems?|has been)\s+)?)/u;
/** A clause that begins with one of these is a problem, whoever has it. */
const strain = new RegExp(
  `^${strength}(?:drowning|drowns|struggl\\w+|stuck|overwhelmed|overworked|worr(?:ied|ies|ying) |afraid|scared|anxious|nervous|stressed|exhausted|burn(?:t|ed|ing) out|tired of|sick of|fed up|frustrated|swamped|buried|blocked|behind (?:on|with)|short (?:of|on)|running out of|looking for|searching for|can't|cannot|can not|couldn't|unable to|needs? |lacks?\\b|lacking|missing |hates?\\b|fears?\\b|losing |trouble |troubled|having trouble|has trouble|hard to find|doesn't know|don't know|in debt|juggling|wrestling|fighting|lonely|keeps? (?:losing|failing|missing|getting)|bogged down|in over)`,
  "i",
);
/** These need a person before them, because many sentences begin with "no" or "too". */
const lack = new RegExp(
  `^${strength}(?:no\\b|not enough|nobody|no one|nothing|never|too (?:many|much|few|little|\\w+)\\b|won't|doesn't|isn't|has no|have no|without)`,
  "i",
);
const trouble =
  /\b(?:can't|cannot|won't|wouldn't|isn't|aren't|nobody|no one|too|problems?|trouble|pain|broken|empty|fails?|failing|difficult|expensive|missing|lost|issues?|stress\w*|burnout|worr\w+|shortage|slipping|delayed?|keeps? \w+ing|runs? out|deliver late|slow|no \p{L}+|not enough|hard to|stuck|crash\w*|bugs?|leak\w*|overdue|sued|quitting|rising|conflict)\b/iu;
const explicit =
  /\b(?:(?:is|are) (?:a|the|his|her|their) (?:big |main |biggest |real )?(?:problem|pain|issue)|(?:is|are) (?:broken|a mess))\b/i;
const harmless =
  /\b(?:no (?:rush|problem|kids|news|worries|pressure|doubt|need|hurry|idea who)|not bad|not too bad|can't wait|cannot wait|can't complain|never met|doesn't (?:drink|eat|smoke|like)|don't (?:drink|eat|smoke)|stuck around|looking for(?:ward)? to|too(?:\s*$| good| nice)|needs? to (?:send|call)|nobody there)\b|^no promise/i;

/** Find the problem in a clause; it depends on whether a person or a colon comes before. */
export function problemOf(
  { text, from, is_question }: Piece,
  { has_who, has_colon }: { has_who: boolean; has_colon: boolean },
): ProblemWords | null {
  if (is_question || harmless.test(text)) return null;
  const labelled = label.exec(text)?.[0].length;
  if (labelled) return { from: from + labelled, sure: true };
  const begin = subject.exec(text)?.[0].length ?? 0;
  for (const at of [0, begin])
    if (strain.test(text.slice(at)) || (has_who && lack.test(text.slice(at))))
      return { from: from + at, sure: true };
  const isTold = has_who && (explicit.test(text) || (has_colon && trouble.test(text)));
  return isTold ? { from: from + (has_colon ? begin : 0), sure: false } : null;
}
