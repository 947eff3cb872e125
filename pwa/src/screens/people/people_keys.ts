/** The keys of the people's desk. */
import type { RefObject } from "preact";
import { type Keys, useKeys } from "../../ui/keys";
import { go } from "../../ui/router";
import { openNewPerson } from "./new_person";
import type { PeopleRows } from "./people_rows";

interface PeopleKeys {
  people: PeopleRows;
  currentId: string | undefined;
  search: RefObject<HTMLInputElement | null>;
}

/** Let keys search, move through the list, add and edit. */
export function usePeopleKeys({ people, currentId, search }: PeopleKeys): void {
  const rows = (people.rows ?? []).filter(({ href }) => href !== null);
  const at = rows.findIndex(({ id }) => id === currentId);
  const move = (to: number) => {
    const href = rows[Math.max(0, Math.min(rows.length - 1, to))]?.href;
    if (!href) return;
    go(href, { replace: currentId !== undefined });
    requestAnimationFrame(() => focusOn(".people_list [aria-current]"));
  };
  const back = () => {
    if (people.text !== "") people.setText("");
    else if (document.activeElement === search.current) search.current?.blur();
    else if (currentId) go("/people");
  };
  const keys: Keys = {
    "/": { does: "Search", run: () => search.current?.select() },
    n: { does: "New person", run: openNewPerson },
    j: { does: "Next person", run: () => move(at + 1) },
    k: { does: "Person before", run: () => move(at - 1) },
    Escape: { does: "Back, or clear the search", run: back },
  };
  useKeys(currentId ? { ...keys, e: { does: "Edit the name", run: editName } } : keys);
}

function editName(): void {
  document.querySelector<HTMLElement>('.person_page [data-field="name"] button')?.click();
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
