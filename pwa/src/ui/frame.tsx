/** The frame around every screen: name, sync mark and account above, the main screens below or at the left. */

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icons";
import { KeyboardHelp } from "./keyboard_help";
import { useKeys } from "./keys";
import { Link } from "./link";
import { go, useRoute } from "./router";
import { Logo } from "./seedling";
import { Toast } from "./toast";

/** A main screen in the bar. */
export interface BarItem {
  path: string;
  name: string;
  icon: IconName;
  key: string;
}

interface Props {
  mark: ComponentChildren;
  banners: ComponentChildren;
  barItems: BarItem[];
  children: ComponentChildren;
}

/**
 * Show a screen in the frame.
 * @param mark - how many changes are not synced yet
 * @param banners - messages above every screen but the note
 * @param barItems - the main screens, in their order
 */
export function Frame({ mark, banners, barItems, children }: Props) {
  useKeys({
    n: { does: "New note", run: () => go("/note") },
    ...Object.fromEntries(
      barItems.map(({ path, name, key }) => [key, { does: name, run: () => go(path) }]),
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
      <Bar items={barItems} />
      <Toast />
      <KeyboardHelp />
    </>
  );
}

function Bar({ items }: { items: BarItem[] }) {
  const current = useRoute().path;
  return (
    <nav class="bar" aria-label="Earshot">
      {items.map(({ path, name, icon }) => (
        <Link
          key={path}
          href={path}
          class={icon === "note" ? "quick_note" : ""}
          aria-current={isAt(path, current) ? "page" : undefined}
        >
          <Icon name={icon} />
          {name}
        </Link>
      ))}
    </nav>
  );
}

function isAt(path: string, current: string): boolean {
  return path === "/" ? current === path : `${current}/`.startsWith(`${path}/`);
}
