/** The list of people: the results of a search, or everybody in the chosen order. */

import type { RefObject } from "preact";
import { countInWords } from "../../data/words";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { VirtualList } from "../../ui/virtual_list";
import { openNewPerson } from "./people_keys";
import { OrderChoice } from "./people_order";
import type { PeopleRows } from "./people_rows";
import { PersonRow } from "./person_row";

interface PeopleListProps {
  people: PeopleRows;
  currentId: string | undefined;
  search: RefObject<HTMLInputElement | null>;
}

/** Show the search field, the order, and the people listed or found. */
export function PeopleList({ people, currentId, search }: PeopleListProps) {
  const { text, setText } = people;
  return (
    <div class="people_list">
      <header class="people_head">
        <div class="section_head">
          <h1>People</h1>
          <Link class="button quiet garden_link" href="/garden">
            Garden
          </Link>
          <button
            type="button"
            class="button quiet icon_only"
            aria-label="New person"
            onClick={openNewPerson}
          >
            <Icon name="add" />
          </button>
        </div>
        <label class="search_field">
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            aria-label="Search all your notes"
            placeholder="Name, trait, problem, promise…"
            autocomplete="off"
            enterkeyhint="search"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {text === "" && <OrderChoice order={people.order} choose={people.setOrder} />}
      </header>
      <Rows people={people} currentId={currentId} />
    </div>
  );
}

function Rows({ people, currentId }: Omit<PeopleListProps, "search">) {
  const { rows, total, text, words, failed } = people;
  if (failed) return <ReadingFailed />;
  if (!rows) return <Skeleton />;
  if (total === 0) return <NobodyYet />;
  return (
    <>
      <p class={text ? "soft small" : "visually_hidden"} role="status">
        {countText(rows.length, text)}
      </p>
      <VirtualList
        label={text ? "Found" : "People"}
        items={rows}
        current={rows.findIndex(({ id }) => id === currentId)}
        row={(row) => <PersonRow row={row} words={words} isCurrent={row.id === currentId} />}
      />
    </>
  );
}

function NobodyYet() {
  return (
    <Empty title="Nobody here yet">
      <p>Everyone you talk to shows up here, with their problem and what you promised.</p>
      <Link class="button primary" href="/note">
        Write a quick note
      </Link>
    </Empty>
  );
}

function countText(count: number, text: string): string {
  if (text && count === 0) return `Nothing found for “${text.trim()}”. Try fewer or other words.`;
  const people = countInWords("person", count);
  return text ? `${people} found` : people;
}
