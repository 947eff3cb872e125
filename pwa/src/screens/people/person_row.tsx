/** One row of the list of people, with the searched words marked. */
import "./tie.css";
import { useEffect, useState } from "preact/hooks";

import { UnsyncedMark } from "../../components/inline_edit/unsynced_mark";
import { useLive } from "../../data/live";
import { tieTopics, tieWith } from "../../data/ties";
import { warmth } from "../../domain/warmth/warmth";
import { Link } from "../../ui/link";
import { Plant } from "../../ui/plant";
import type { ListRow } from "./list_rows";
import { Matched } from "./matched";

/** Names come first, and rows that are scrolled past are not read at all. */
const STAYS_MS = 100;

interface PersonRowProps {
  row: ListRow;
  words: string[];
  isCurrent: boolean;
}

/** Show who it is, and what they do or where the words were found. */
export function PersonRow({ row, words, isCurrent }: PersonRowProps) {
  const content = (
    <>
      <strong>
        <span class="row_name">
          <Matched text={row.name} words={words} />
        </span>
        <UnsyncedMark mark={row.mark} />
      </strong>
      <span>
        {row.foundIn && `${row.foundIn}: `}
        <Matched text={row.detail} words={words} />
        {row.further > 0 && ` · ${row.further} more`}
      </span>
      <RowPlant personId={row.id} />
    </>
  );
  if (!row.href) return <div class="row">{content}</div>;
  return (
    <Link class="row" href={row.href} aria-current={isCurrent ? "page" : undefined}>
      {content}
    </Link>
  );
}

/** Show the plant of the tie to a person, read only once the row stays on the screen. */
function RowPlant({ personId }: { personId: string }) {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStays(true), STAYS_MS);
    return () => clearTimeout(timer);
  }, []);
  return stays ? <ReadPlant personId={personId} /> : null;
}

function ReadPlant({ personId }: { personId: string }) {
  const { value: tie } = useLive(() => tieWith(personId), tieTopics, [personId]);
  return tie ? <Plant state={warmth(tie, Date.now()).state} /> : null;
}
