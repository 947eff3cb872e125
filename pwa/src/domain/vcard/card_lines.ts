/** Splits a text with vCards into the lines of each, with folded lines joined and pictures left out. */

/** The lines of one card; what is written before, between and after cards belongs to a neighbour. */
export interface CardLines {
  properties: string[];
  /** Lines outside of any card. */
  around: string[];
}

const BEGIN = /^\s*BEGIN:\s*VCARD\s*$/i;
const END = /^\s*END:\s*VCARD\s*$/i;

/** Properties that hold pictures, sounds and keys unless they hold a link. */
const BINARY = /^(?:PHOTO|LOGO|SOUND|KEY|X-IMAGE[\w-]*)$/i;
const ENCODED = /;(?:ENCODING=)?"?(?:B|BASE64)"?(?=;|$)/i;

/** Check whether a text has a vCard in it. */
export function hasCard(text: string): boolean {
  return /(?:^|\s)BEGIN:\s*VCARD/i.test(text);
}

/** Return the lines of each card, in the order in which the cards begin; a card within a card is one of its own. */
export function cardsIn(text: string): CardLines[] {
  const cards: CardLines[] = [];
  const open: CardLines[] = [];
  const before: string[] = [];
  for (const line of unfolded(text)) {
    if (BEGIN.test(line)) {
      const card = { properties: [], around: cards.length === 0 ? before : [] };
      cards.push(card);
      open.push(card);
    } else if (END.test(line)) open.pop();
    else if (open.length > 0) open.at(-1)?.properties.push(line);
    else (cards.at(-1)?.around ?? before).push(line.trim());
  }
  return cards;
}

interface Line {
  kind: "text" | "quoted" | "binary";
  parts: string[];
}

/** A long line continues after a break and a blank, or in version 2.1 after an equals sign. */
function unfolded(text: string): string[] {
  const lines: Line[] = [];
  const whole = withBreaks(text).replace(
    /(?<=\S)[ \t](?=BEGIN:\s*VCARD)|(?<=END:VCARD)(?=\S)/gi,
    "\n",
  );
  for (const line of whole.split(/\r\n|\r|\n/)) {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(line)) last.parts.push(line.slice(1));
    else if (last && isBrokenOff(last))
      last.parts.push((last.parts.pop() ?? "").slice(0, -1), line);
    else if (!(last?.kind === "binary" && /^[A-Za-z0-9+/=]+$/.test(line)))
      lines.push({ kind: kindOf(line), parts: [line] });
  }
  const kept = lines.filter(({ kind }) => kind !== "binary").map(({ parts }) => parts.join(""));
  return kept.filter((line) => line.trim());
}

/** Some codes have lost their line breaks, or have them as two letters. */
function withBreaks(text: string): string {
  if (/BEGIN:\s*VCARD\s?[\r\n]/i.test(text)) return text;
  return text.replace(
    /(?:\\r)?\\n|\s(?=(?:VERSION|FN|N|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|NOTE|BDAY|NICKNAME|END)[;:])/gi,
    "\n",
  );
}

function isBrokenOff({ kind, parts }: Line): boolean {
  return kind === "quoted" && parts.at(-1)?.endsWith("=") === true;
}

function kindOf(line: string): Line["kind"] {
  const [, head = "", value = ""] = /^([^:]*):\s*([\s\S]{0,5})/.exec(line) ?? [];
  const name = head.split(";", 1)[0]?.split(".").at(-1) ?? "";
  if (/^data:/i.test(value) || ENCODED.test(head)) return "binary";
  if (BINARY.test(name.trim()) && !/^https?/i.test(value)) return "binary";
  return /quoted-printable/i.test(head) ? "quoted" : "text";
}
