/** The keys of the people's screen. */
import type { RefObject } from "preact";
import { newId } from "../../data/ids";
import { type Keys, useKeys } from "../../ui/keys";
import { useListKeys } from "../../ui/list_keys";
import { go } from "../../ui/router";
import type { PeopleRows } from "./people_rows";

interface PeopleKeys {
  people: PeopleRows;
  currentId: string | undefined;
  search: RefObject<HTMLInputElement | null>;
}

/** Use keys to search, to move through the list, to add somebody and to edit a name. */
export function usePeopleKeys({ people, currentId, search }: PeopleKeys): void {
  const back = () => {
    if (people.text !== "") people.setText("");
    else if (document.activeElement === search.current) search.current?.blur();
    else if (currentId) go("/people");
  };
  const keys: Keys = {
    "/": { does: "Search", run: () => search.current?.select() },
    n: { does: "New person", run: openNewPerson },
    Escape: { does: "Back, or clear the search", run: back },
  };
  useKeys(currentId ? { ...keys, e: { does: "Edit the name", run: editName } } : keys);
  useListKeys({
    noun: "person",
    items: () => (people.rows ?? []).flatMap(({ id, href }) => (href ? { id, href } : [])),
    isCurrent: ({ id }) => id === currentId,
    open: ({ href }) => {
      go(href, { replace: currentId !== undefined });
      requestAnimationFrame(() => focusOn(".people_list [aria-current]"));
    },
  });
}

/** Open the page of somebody new, with the name ready to be typed; they are stored with its first letter. */
export function openNewPerson(): void {
  go(`/people/${newId()}?new`);
}

function editName(): void {
  document.querySelector<HTMLElement>('.person_page [data-field="name"] button')?.click();
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
