/** Text as the server takes it: Unicode without lone surrogates or NUL, composed, lines ended by LF. */

/** Give a value with each text in it put right; nothing else about it changes. */
export function normalizeText<T>(value: T): T {
  if (typeof value === "string") return normalizeString(value) as T;
  if (Array.isArray(value)) return value.map(normalizeText) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, normalizeText(inner)]),
  ) as T;
}

function normalizeString(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").normalize("NFC");
}
