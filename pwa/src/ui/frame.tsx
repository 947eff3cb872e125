/** The frame around every screen: the name, the sync mark and the account above, the ways to go below or at the left. */

import type { ComponentChildren } from "preact";
import { Icon } from "./icons";
import { KeyList } from "./key_list";
import { useKeys } from "./keys";
import { Link } from "./link";
import { go, useRoute } from "./route";
import { Logo } from "./seedling";
import { Toast } from "./toast";

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
    1: { does: "Now", run: () => go("/") },
    2: { does: "People", run: () => go("/people") },
  });
  return (
    <>
      <header class="top">
        <Link href="/" class="brand">
          <Logo />
          Earshot
        </Link>
        {mark}
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
      <Link href="/" aria-current={path === "/" ? "page" : undefined}>
        <Icon name="now" />
        Now
      </Link>
      <Link
        href="/note"
        class="quick_note"
        aria-current={path.startsWith("/note") ? "page" : undefined}
      >
        <Icon name="note" />
        Quick note
      </Link>
      <Link href="/people" aria-current={path.startsWith("/people") ? "page" : undefined}>
        <Icon name="people" />
        People
      </Link>
    </nav>
  );
}
