/** Reads what another app shared into a new note. */

/** Put the title, text and address that were shared into one text; what is said twice stands once. */
export function sharedText(params: URLSearchParams): string {
  const parts = ["title", "text", "url"].map((name) => params.get(name)?.trim() ?? "");
  const fresh = parts.filter(
    (part, index) =>
      part && !parts.some((other, at) => at !== index && holds(other, part, at < index)),
  );
  return fresh.join("\n");
}

function holds(other: string, part: string, isEarlier: boolean): boolean {
  return other === part ? isEarlier : other.includes(part);
}
