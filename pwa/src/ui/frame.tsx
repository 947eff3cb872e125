/** The frame around every screen: the name, the sync mark and the account above, the ways to go below or at the left. */

import type { ComponentChildren } from "preact";
import { Icon } from "./icons";
import { KeyList } from "./key_list";
import { useKeys } from "./keys";
import { Link } from "./link";
import { go, useRoute } from "./router";
import { Logo } from "./seedling";
import { Toast } from "./toast";

const ways = [
  { path: "/", name: "Now", icon: "now" },
  { path: "/events", name: "Events", icon: "event" },
  { path: "/note", name: "Quick note", icon: "note" },
  { path: "/people", name: "People", icon: "people" },
  { path: "/follow-ups", name: "Follow-ups", icon: "promise" },
] as const;

interface Props {
  mark: ComponentChildren;
  banners: ComponentChildren;
  children: ComponentChildren;
}

/**
 * Show a screen in its frame.
 * takes: mark, what says how things stand with the server; banners, what every screen but the card says first
 */
export function Frame({ mark, banners, children }: Props) {
  useKeys({
    n: { does: "New note", run: () => go("/note") },
    ...Object.fromEntries(
      ways.map(({ path, name }, at) => [at + 1, { does: name, run: () => go(path) }]),
    ),
  });
  return (
    <>
      <header class="top">
        <Link href="/" class="brand">
          <Logo />
          Earshot
        </Link>
        {mark}
        <Link href="/me/code" class="button quiet icon_only" aria-label="Show my code">
          <Icon name="code" />
        </Link>
        <Link href="/account" class="button quiet icon_only" aria-label="Account">
          <Icon name="account" />
        </Link>
      </header>
      <main class="screen" tabIndex={-1}>
        <div class="banners">{banners}</div>
        {children}
      </main>
      <Ways />
      <Toast />
      <KeyList />
    </>
  );
}

function Ways() {
  const { path } = useRoute();
  return (
    <nav class="bar" aria-label="Earshot">
      {ways.map((way) => (
        <Link
          key={way.path}
          href={way.path}
          class={way.icon === "note" ? "quick_note" : ""}
          aria-current={isAt(way.path, path) ? "page" : undefined}
        >
          <Icon name={way.icon} />
          {way.name}
        </Link>
      ))}
    </nav>
  );
}

function isAt(way: string, path: string): boolean {
  return way === "/" ? path === way : `${path}/`.startsWith(`${way}/`);
}
