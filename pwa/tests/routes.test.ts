/** The table of screens: it is whole, and index.html has the same bar before any script runs. */
// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { movedPaths, screenRoutes } from "../src/routes";
import { match } from "../src/ui/router";

const bar = screenRoutes.flatMap(({ path, title, bar }) => (bar ? [{ path, title, ...bar }] : []));

test("the bar of index.html is the bar of the table", () => {
  const page = readFileSync(`${import.meta.dirname}/../index.html`, "utf8");
  const nav = /<nav class="bar"[^>]*>([\s\S]*?)<\/nav>/.exec(page)?.[1] ?? "";
  const links = [...nav.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)].map(([, ...link]) => link);

  expect(links).toEqual(bar.map(({ path, title }) => [path.replace("/*", ""), title]));
});

test("no two screens have the same path, title or key", () => {
  for (const values of [
    screenRoutes.map(({ path }) => path),
    screenRoutes.map(({ title }) => title),
    bar.map(({ key }) => key),
  ])
    expect(new Set(values).size).toBe(values.length);
});

test("an address that moved leads to a screen, and to none before it moved", () => {
  const screenAt = (at: string) => screenRoutes.find(({ path }) => match(path, at));

  for (const [before, now] of Object.entries(movedPaths)) {
    expect(screenAt(before)).toBeUndefined();
    expect(screenAt(now)).toBeDefined();
  }
});

test("the shortcuts of the installed app lead to screens", () => {
  const manifest = readFileSync(`${import.meta.dirname}/../public/manifest.webmanifest`, "utf8");
  const shortcuts: { url: string }[] = JSON.parse(manifest).shortcuts;

  expect(shortcuts.map(({ url }) => url)).toContain("/listen");
  for (const { url } of shortcuts)
    expect(screenRoutes.some(({ path }) => match(path, url))).toBe(true);
});
