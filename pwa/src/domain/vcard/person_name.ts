/** How a name is put together: titles, the given name first, and what two spellings of one name share. */

const title =
  /^(?:mr|mrs|ms|miss|mx|herrn?|frau|sir|dame|monsieur|madame|mme|mlle|señora?|sra?|srta|dr|drs|prof|professor|professorin)$/;
/** These are names or words of their own without a full stop, as in "Phil Berg". */
const dottedTitle =
  /^(?:dipl|ing|inform|kfm|mag|dott|dottssa|sig|rer|nat|oec|pol|med|jur|phil|hc|h|c|univ|priv|habil|rev|hon|capt|lic|ir|doc|fr|hr)$/;
const suffix = /^(?:jr|sr|ii|iii|iv|phd|md|mba|msc|bsc|esq|cpa|pe|dds|frcp|pmp|cfa|llm|llb)$/;
/** Behind the comma of "Ana Berg, CTO" or "Fjord, Inc." stands no given name. */
const noGivenName =
  /^(?:c[efimopst]o|vp|svp|evp|founder|co-?founder|owner|partner|director|manager|engineer|designer|developer|consultant|investor|lawyer|professor|president|chair(?:man|woman)?|head|lead|student|editor|inc|ltd|llc|gmbh|ag|as|ab|oy|bv|sa|plc|co|she|he|they)$/;
const particle =
  /^(?:van|von|vom|zu|zur|der|den|de|da|di|del|della|la|le|du|dos|das|bin|al|el|ten|ter)$/;

/**
 * Return a name with the given name first: "Berg, Ana" becomes "Ana Berg".
 * @param family - the family name, if it is known apart; without it only a plain name is turned
 */
export function givenFirst(name: string, family?: string): string {
  const [before = "", after = "", ...more] = name.split(",").map((part) => part.trim());
  const [first, last] = [wordsOf(before), wordsOf(after)];
  if (more.length > 0 || first.length === 0 || last.length === 0) return name;
  if (last.every((word) => suffix.test(word)) || last.some((word) => noGivenName.test(word)))
    return name;
  if (family !== undefined) {
    const isFamily = before.toLowerCase() === family.trim().toLowerCase();
    return isFamily && last.at(-1) !== first.join(" ") ? `${after} ${before}` : name;
  }
  const core = first.filter((word) => !particle.test(word));
  const isPlain = core.length === 1 && last.length <= 3 && /^\p{L}[\p{L}\p{M}.'’ -]*$/u.test(after);
  return isPlain ? `${after} ${before}` : name;
}

/** Return the first name for a greeting, or the title with the family name; empty where what is noted is no name. */
export function firstNameOf(name: string): string {
  const words = givenFirst(name.trim())
    .split(/[\s,]+/)
    .filter((word) => /\p{L}/u.test(word));
  const at = words.findIndex((word) => !isTitle(word));
  const [first = ""] = words.slice(Math.max(at, 0));
  if (at < 0 || !/^[\p{Lu}\p{Lo}]/u.test(first)) return "";
  return at > 0 && words.length === at + 1 ? `${words[at - 1]} ${first}` : first;
}

/** Return the words of a name, the given name first, without titles, degrees and what stands in brackets. */
export function nameWords(name: string): string[] {
  const plain = givenFirst(name.replace(/\([^()]*\)/g, " "));
  const words = plain.split(/[\s,]+/).filter((word) => word && !isTitle(word));
  const kept = words.filter((word) => !suffix.test(bare(word)));
  return kept.length > 0 ? kept : words;
}

function isTitle(word: string): boolean {
  const isDotted = word.includes(".");
  return word
    .toLowerCase()
    .split(/[.-]/)
    .filter(Boolean)
    .every((part) => title.test(part) || (isDotted && dottedTitle.test(part)));
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(".", "");
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).map(bare).filter(Boolean);
}
