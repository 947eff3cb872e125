/** Reads a role and an organisation from a few words, such as "CTO at Fjord". */

import type { Found } from "./parsed_note";
import { isPlace } from "./places";

/** A role, an organisation, or both. */
export interface Position {
  role: Found | null;
  organisation: Found | null;
  /** Where they end in the line. */
  to: number;
}

const nouns =
  `accountant|actor|actress|adviser|advisor|agent|ambassador|analyst|architect|artist|assistant|
associate|attorney|auditor|author|baker|banker|barber|barista|bartender|bookkeeper|botanist|broker|builder|butcher|
buyer|carpenter|ceo|cfo|chair|chairman|chairwoman|chef|chemist|chief|ciso|cio|cmo|coach|cofounder|co-founder|
composer|consultant|controller|cook|coo|copywriter|cpo|cro|cso|cto|curator|dancer|dentist|designer|dev|developer|
devrel|director|doctor|driver|economist|editor|electrician|engineer|entrepreneur|evangelist|executive|farmer|
filmmaker|firefighter|florist|founder|freelancer|gardener|geologist|grower|historian|illustrator|instructor|
intern|interpreter|investor|journalist|judge|lawyer|lead|lecturer|librarian|manager|marketer|mathematician|mayor|
mechanic|midwife|mp|musician|notary|nurse|officer|organiser|organizer|owner|painter|paramedic|partner|pastor|
pharmacist|phd|photographer|physicist|physiotherapist|pilot|planner|plumber|pm|podcaster|poet|policeman|politician|
postdoc|potter|president|principal|producer|professor|programmer|psychologist|publisher|recruiter|reporter|
researcher|sales|salesperson|scientist|secretary|seller|singer|sommelier|student|supervisor|surgeon|surveyor|
tailor|teacher|technician|therapist|trainer|translator|treasurer|tutor|vet|vp|waiter|waitress|winemaker|writer`.replace(
    /\s/g,
    "",
  );
const noun = new RegExp(`(?:^|[\\s/-])(?:${nouns})s?$`, "i");
const ofSomething =
  /^(?:head|vp|svp|evp|vice president|director|dean|professor|chief|chair|lead|manager|master|student) of(?: the)? [\p{L}&]+(?: (?:and|&) [\p{L}]+| (?!(?:at|from|for|with|in|is)\b)\p{L}+)?/iu;
/** "VP Eng", "Chief Scientist": a rank and its field. */
const rank = /^(?:VP|SVP|EVP|Chief|Head|Senior|Junior|Lead)\s+\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*)?/u;
const token = "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.'&-]*";
const capital = new RegExp(`^${token}(?:\\s+(?:(?:of|and|&|for|de|the)\\s+){0,2}${token})*`, "u");
const small = /^[\p{Ll}\p{N}][\p{L}\p{N}.-]*/u;
const between = /^\s*(?:@|,?\s+\b(?:at|from|of|for|with)(?:\s+the)?\b)\s*/i;
const article = /^(?:is\s+)?(?:(?:an?|the|our)\s+)?/i;
const mostWords = 5;
/** "hiring a CFO", "needs engineers": whom they look for is not their own role. */
const sought =
  /^(?:hir|seek|need|want|lack|miss|los|replac)(?:e?s|ing)\s(?!managers?$)|\s(?:an?|the|his|her|their|my)\s/i;

/**
 * Read a role, with an organisation where one follows.
 * @param from - where in the line to begin
 * @param to - where in the line to end
 */
export function readRole(line: string, from: number, to: number): Position | null {
  const start = from + (article.exec(line.slice(from, to))?.[0].length ?? 0);
  const text = line.slice(start, to);
  const cut = lengthOfRole(text);
  if (cut === 0) return null;
  const role = found(line, { from: start, to: start + cut, sure: true });
  const link = between.exec(line.slice(role.to, to))?.[0] ?? "";
  const organisation = link ? organisationAt(line, role.to + link.length, to) : null;
  return { role, organisation, to: organisation?.to ?? role.to };
}

/** Read an organisation after "from", "at" or "@" without a role; it is not sure. */
export function readOrganisation(line: string, from: number, to: number): Position | null {
  const link = /^\s*(?:@\s*|(?:from|at|of)\s+)/i.exec(line.slice(from, to))?.[0];
  const organisation = link ? organisationAt(line, from + link.length, to) : null;
  if (!organisation) return null;
  if (isPlace(organisation.value)) return { role: null, organisation: null, to: organisation.to };
  return { role: null, organisation: { ...organisation, sure: false }, to: organisation.to };
}

/** Read the name of an organisation at a position, without a word before it. */
export function organisationAt(line: string, from: number, to: number): Found | null {
  const text = line.slice(from, to);
  const isLowerCase = line === line.toLowerCase();
  const value = capital.exec(text)?.[0] ?? (isLowerCase ? small.exec(text)?.[0] : undefined);
  const end = value?.replace(/(?<![.'&-])[.'&-]+$/, "").length;
  return end ? found(line, { from, to: from + end, sure: true }) : null;
}

/** The length of the role at the start of a text; 0 where there is none. */
function lengthOfRole(text: string): number {
  const of = ofSomething.exec(text)?.[0];
  if (of) return of.trimEnd().length;
  const ranked = rank.exec(text)?.[0];
  if (ranked) return ranked.length;
  const words = /^(?:[\p{L}'/&-]+)(?:\s+(?!(?:at|from|of|for|with)\b)[\p{L}'/&-]+)*/iu.exec(
    text,
  )?.[0];
  if (!words) return 0;
  if (sought.test(words)) return 0;
  if (noun.test(words) && words.split(/\s+/).length <= mostWords) return words.length;
  return isOfAnOrganisation(words, text.slice(words.length)) ? words.length : 0;
}

/** "botanist at Kew": lower case before "at" and a capital is a role, even if it is not in the list. */
function isOfAnOrganisation(words: string, after: string): boolean {
  const isShort = words.split(/\s+/).length <= 3 && /^[\p{Ll}\s-]+$/u.test(words);
  return (
    isShort && /(?:er|or|ist|ian|ant|ent)$/.test(words) && /^\s*(?:@|at\s)\s*\p{Lu}/u.test(after)
  );
}

function found(line: string, { from, to, sure }: Omit<Found, "value">): Found {
  return { value: line.slice(from, to), from, to, sure };
}
