/** Reads a vCard of any version, and as much of a damaged one as possible. */

import { personFromProperties } from "./from_properties";
import { type Property, splitUnescaped, unescapePart } from "./property";
import type { VcardPerson } from "./vcard_person";

/** The properties whose text semicolons separate into parts; elsewhere a semicolon is plain text. */
const IN_PARTS = new Set(["N", "ORG", "ADR"]);

/** Check whether a text is meant to be a vCard. */
export function isVcard(text: string): boolean {
  return /^\s*BEGIN:VCARD/i.test(text);
}

/**
 * Read a vCard of version 3 (RFC 2426), 4 (RFC 6350), or 2.1 as badges still print it.
 * A damaged one is read as far as possible.
 */
export function readVcard(text: string): VcardPerson {
  return personFromProperties(unfolded(text).map(propertyOf));
}

/** A long line continues after a break and a blank, or in version 2.1 after an equals sign. */
function unfolded(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1);
    else if (last !== undefined && isBrokenOff(last))
      lines[lines.length - 1] = last.slice(0, -1) + line;
    else lines.push(line);
  }
  return lines.filter((line) => line.trim() !== "");
}

function isBrokenOff(line: string): boolean {
  return line.endsWith("=") && /quoted-printable/i.test(line.split(":")[0] ?? "");
}

/** A line without a colon is no property, so it is kept as a note. */
function propertyOf(line: string): Property {
  const colon = endOfHead(line);
  if (colon < 0) return { name: "NOTE", parts: [line.trim()], types: [] };
  const [named = "", ...params] = line.slice(0, colon).split(";");
  const name = named
    .slice(named.lastIndexOf(".") + 1)
    .trim()
    .toUpperCase();
  const value = decoded(line.slice(colon + 1), params);
  const parts = IN_PARTS.has(name) ? splitUnescaped(value, ";") : [value];
  const types = params.flatMap((param) =>
    param
      .toLowerCase()
      .replace(/^type=/, "")
      .split(","),
  );
  return { name, parts: parts.map((part) => unescapePart(part).trim()), types };
}

/** A colon within quotes belongs to a parameter. */
function endOfHead(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (line[at] === ":" && !isQuoted) return at;
  }
  return line.indexOf(":");
}

function decoded(value: string, params: string[]): string {
  if (!params.some((param) => /quoted-printable$/i.test(param))) return value;
  const charset = params.find((param) => /^charset=/i.test(param))?.slice("charset=".length);
  // Every other piece is a run of encoded bytes.
  const bytes = value
    .split(/((?:=[0-9a-f]{2})+)/i)
    .map((piece, at) => (at % 2 ? bytesOf(piece) : new TextEncoder().encode(piece)));
  return textOf(new Uint8Array(bytes.flatMap((piece) => [...piece])), charset);
}

function bytesOf(encoded: string): number[] {
  const hex = encoded.split("=").slice(1);
  return hex.map((one) => Number.parseInt(one, 16));
}

function textOf(bytes: Uint8Array, charset = "utf-8"): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
