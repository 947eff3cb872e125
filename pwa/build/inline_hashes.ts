/** Reads which scripts and styles stand in the page itself, so that the CSP allows these and no others. */
import { createHash } from "node:crypto";

/** Return the CSP's hashes of all inline scripts and styles of a page. */
export function inlineHashes(page: string): { script_hashes: string[]; style_hashes: string[] } {
  return {
    script_hashes: hashes(page, /<script>([\s\S]*?)<\/script>/g),
    style_hashes: hashes(page, /<style[^>]*>([\s\S]*?)<\/style>/g),
  };
}

function hashes(page: string, inline: RegExp): string[] {
  return [...page.matchAll(inline)].map(([, content = ""]) => {
    return `sha256-${createHash("sha256").update(content).digest("base64")}`;
  });
}
