/** The end of a person's page: their history, and the two ways to remove them. */
import { useState } from "preact/hooks";
import { nameOf } from "../../data/names";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import type { WholePerson } from "./person_query";
import { deletePerson } from "./person_writes";
import { PurgePerson } from "./purge_person";

/** Show the buttons for the history, deleting, and removing for good. */
export function PersonEnd({ whole }: { whole: WholePerson }) {
  const { person } = whole;
  const [isPurging, setPurging] = useState(false);
  const name = nameOf(person.body);
  const remove = async () => {
    await deletePerson(whole);
    go("/people", { replace: true });
  };
  return (
    <div class="stack">
      <div class="actions">
        {person.seq > 0 && (
          <Link href={`/history/${person.id}`} class="button">
            <Icon name="later" />
            History
          </Link>
        )}
        <button type="button" class="button warning" onClick={remove}>
          <Icon name="trash" />
          Delete {name}
        </button>
        {person.seq > 0 && !isPurging && (
          <button type="button" class="button quiet warning" onClick={() => setPurging(true)}>
            Remove for good…
          </button>
        )}
      </div>
      {isPurging && <PurgePerson whole={whole} cancel={() => setPurging(false)} />}
    </div>
  );
}
