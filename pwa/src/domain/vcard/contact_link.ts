/** Turns a typed e-mail address, phone number or link into an address that is safe to open. */
import { dialledNumber } from "./phone_number";

/** The fields of a person that hold ways to reach them. */
export type ContactField = "emails" | "phones" | "links";

/**
 * Return the address that opens a contact.
 * @returns a mailto, tel, http or https address, or undefined where the text should stay plain
 */
export function contactLink(field: ContactField, typed: string): string | undefined {
  const text = typed.trim();
  if (field === "emails") return mailTo(text);
  if (field === "phones") return callTo(text);
  return webAddress(text);
}

/** "Ana Berg <ana@example.org>" is how mail programs write an address. */
function mailTo(text: string): string | undefined {
  const bare = /<([^<>]*)>$/.exec(text)?.[1] ?? text;
  const parts = /^([^\s@]+)@([^\s@]+)$/.exec(bare.trim());
  if (!parts) return undefined;
  const [, name = "", host = ""] = parts;
  return `mailto:${encodeURIComponent(name)}@${encodeURIComponent(host)}`;
}

function callTo(text: string): string | undefined {
  const number = dialledNumber(text);
  return number && `tel:${number}`;
}

function webAddress(text: string): string | undefined {
  const hasNoScheme = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(?=$|[:/?#])/u.test(text);
  try {
    const address = new URL(hasNoScheme ? `https://${text}` : text);
    return ["http:", "https:"].includes(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}
