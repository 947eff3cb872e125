/** One row of the list of people, with the words marked that were searched. */

import { Mark } from "../../components/inline_edit/mark";
import { Link } from "../../ui/link";
import type { ListRow } from "./list_rows";
import { Matched } from "./matched";
import { RowPlant } from "./row_plant";

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
        <Mark mark={row.mark} />
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
