/** Reads what an event of a calendar file says in words: its texts, where it is, and the link to it. */
import { limits } from "../../data/kinds.gen";
import { decodeQuotedPrintable, unescapePart } from "../../domain/vcard/property";
import { plainText } from "./html_text";
import type { IcsProperty } from "./ics_lines";

/** Properties that hold a link and nothing else, the best first. */
const LINKS = [
  "URL",
  "CONFERENCE",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
  "X-ZOOM-MEETING-URL",
];
const ADDRESS = /https?:\/\/[^\s<>"“”]+/i;

/** Where an event is, and its description. */
export interface LinkAndPlace {
  link: string;
  place: string;
  notes: string;
}

/** Return the first text of a property, as plain text; empty where there is none. */
export function textOf(properties: IcsProperty[], wanted: string): string {
  const property = properties.find(({ name }) => name === wanted);
  return property ? plainText(decoded(property)).trim() : "";
}

/** Read where an event is: a link is no place, and is also found in the description. */
export function linkAndPlace(properties: IcsProperty[]): LinkAndPlace {
  const location = textOf(properties, "LOCATION");
  const notes = textOf(properties, "DESCRIPTION") || textOf(properties, "X-ALT-DESC");
  const own = LINKS.map((name) => addressIn(textOf(properties, name))).find(Boolean) ?? "";
  const there = addressIn(location);
  const link = [own, there, addressIn(notes)].find((one) => one && one.length <= limits.line) ?? "";
  const rest = location.replace(there, "").replace(/^[\s,;:|/()-]+|[\s,;:|/(-]+$/g, "");
  const isLost = there !== "" && there !== link && !notes.includes(there);
  return {
    link,
    place: there ? rest : location,
    notes: [notes, isLost ? there : ""].filter(Boolean).join("\n"),
  };
}

/** What ends a sentence does not belong to the address at its end. */
function addressIn(text: string): string {
  const [address = ""] = ADDRESS.exec(text) ?? [];
  const closing = address.includes("(") ? /[.,;:!?'’]+$/ : /[.,;:!?'’)\]]+$/;
  return address.slice(0, 2000).replace(closing, "");
}

function decoded({ params, value }: IcsProperty): string {
  const [, charset] = /;CHARSET=([\w-]+)/i.exec(params) ?? [];
  const isEncoded = /;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(params);
  const text = isEncoded ? decodeQuotedPrintable(value, charset).replaceAll("\r\n", "\n") : value;
  return unescapePart(text);
}
