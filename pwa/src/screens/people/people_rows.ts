/** The state of the list of people: its rows, its order, and the text searched for. */
import { useMemo, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { all, people as everybody } from "../../data/queries";
import { useSetting } from "../../data/settings";
import { useSearch } from "../../data/use_search";
import { type ListRow, rowOf, rowsOfHits } from "./list_rows";
import { type PeopleOrder, sortPeople } from "./people_order";
import { whenOf } from "./person_query";

/** What the list shows, and how to change that. */
export interface PeopleRows {
  rows: ListRow[] | undefined;
  total: number | undefined;
  failed: boolean;
  text: string;
  setText: (text: string) => void;
  words: string[];
  order: PeopleOrder;
  setOrder: (order: PeopleOrder) => void;
}

/** Read the list of people and follow changes; the rows are undefined until they are read. */
export function usePeopleRows(): PeopleRows {
  const [text, setText] = useState("");
  const [order = "name", setOrder] = useSetting<PeopleOrder>("people_order", ["name", "last_met"]);
  const { value: people, error } = useLive(everybody, ["person", "outbox"], []);
  const met = useLive(() => lastMet(order), ["conversation"], [order]).value;
  const { hits } = useSearch(text);
  const isSearching = text.trim() !== "";

  const listed = useMemo(
    () => people && met && sortPeople(people, order, met).map(rowOf),
    [people, order, met],
  );
  const byId = useMemo(() => new Map(people?.map((person) => [person.id, person])), [people]);
  const found = useMemo(() => rowsOfHits(hits, byId), [hits, byId]);

  return {
    rows: isSearching ? people && found : listed,
    total: people?.length,
    failed: error !== undefined,
    text,
    setText,
    words: isSearching ? text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean) : [],
    order,
    setOrder,
  };
}

/** Conversations are many, so they are read only for the order that needs them. */
async function lastMet(order: PeopleOrder): Promise<Map<string, string>> {
  const met = new Map<string, string>();
  if (order === "name") return met;
  for (const conversation of await all("conversation")) {
    for (const id of conversation.body.person_ids) {
      const when = whenOf(conversation);
      if (when > (met.get(id) ?? "")) met.set(id, when);
    }
  }
  return met;
}
