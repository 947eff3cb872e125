/** Puts the first screens' styles into the page itself, so that drawing it waits for no second file. */
import type { Plugin } from "vite";

const SHEET = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

/** Turn each linked stylesheet of the page into an inline one; the CSP allows it by its hash. */
export function inlineStyles(): Plugin {
  return {
    name: "inline styles",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (page, { bundle }) =>
        page.replace(SHEET, (link, name: string) => {
          const sheet = bundle?.[name];
          return sheet?.type === "asset" ? `<style>${String(sheet.source).trim()}</style>` : link;
        }),
    },
  };
}
