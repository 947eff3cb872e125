/** Recognises e-mail addresses and web addresses in the text of a card or code. */

const email = /[^\s@<>"'(),;:[\]]+@[^\s@<>"'(),;:[\]]+/g;
const LONGEST = 2000;

/** Return the e-mail addresses in a value: bare, several, or as `Ana Berg <ana@example.org>`; none where it is another kind of address. */
export function emailsIn(value: string): string[] {
  const text = value.slice(0, LONGEST);
  const found = [...text.matchAll(email)].filter(({ index }) => !isOfAnotherKind(text, index));
  return found.map(([address]) => address.replace(/\.+$/, ""));
}

/** "MSN:ana@example.org" or "sip:ana@example.org" is no e-mail. */
function isOfAnotherKind(text: string, at: number): boolean {
  return text[at - 1] === ":" && !/mailto:$/i.test(text.slice(Math.max(0, at - 7), at));
}

/** Check whether a text as a whole is an address of the web, with or without its scheme. */
export function isWebAddress(text: string): boolean {
  return (
    /^https?:\/\/\S+$/i.test(text) ||
    /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/u.test(text)
  );
}

/** Check whether a text is a bare address such as `example.org`: a name that ends in letters, all small or all capital. */
export function isBareDomain(text: string): boolean {
  const host = text.split(/[/?#:]/, 1)[0] ?? "";
  const isOneCase = host === host.toLowerCase() || host === host.toUpperCase();
  return isOneCase && isWebAddress(text) && /^(?:[^.]{1,63}\.)+\p{L}{2,24}$/u.test(host);
}
