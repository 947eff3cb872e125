/** Turns the HTML that calendar programs put into descriptions into plain text. */
import { ownValue } from "../../domain/own_value";

const TAG =
  /<(?:br|p|b|i|u|a|ul|ol|li|div|span|strong|em|html|body|head|h[1-6]|table|tr|td|font|img|hr)\b[^<>]{0,2000}>/i;
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  middot: "·",
  euro: "€",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
};

/** Return a text without tags and with its characters as themselves; plain text stays as it is. */
export function plainText(text: string): string {
  if (!TAG.test(text)) return withCharacters(text);
  const [begin = "", ...others] = text.split("<!--");
  const written = begin + others.map(afterComment).join("");
  const between = /<(?:br|p|div|li)\b/i.test(text) ? " " : "\n";
  const lines = written
    .split("\n")
    .map((line) => line.trim())
    .join(between)
    .replace(/<(style|script)\b[^<>]*>[^<]*<\/\1>/gi, "")
    .replace(/<a\b[^<>]*?href="?([^"<>\s]+)"?[^<>]*>([^<]*)<\/a>/gi, linkText)
    .replace(/<li\b[^<>]*>/gi, "\n- ")
    .replace(/<br\b[^<>]*>|<\/(?:p|div|h[1-6]|tr|ul|ol)>/gi, "\n")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .split("\n")
    .map((line) =>
      withCharacters(line)
        .replace(/[ \t\u00a0]+/g, " ")
        .trim(),
    );
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A comment that never ends is none. */
function afterComment(part: string): string {
  const end = part.indexOf("-->");
  return end < 0 ? `<!--${part}` : part.slice(end + "-->".length);
}

function linkText(_: string, address: string, words: string): string {
  const shown = words.trim();
  return !shown || address.includes(shown) ? address : `${shown} (${address})`;
}

function withCharacters(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ownValue(ENTITIES, name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
