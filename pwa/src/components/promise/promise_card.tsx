/** One open follow-up as a card: for whom, its words, Done and Later. */

import "./promise_card.css";
import type { ComponentChildren } from "preact";
import { Link } from "../../ui/link";
import { dueText, type FollowUpRow } from "./promise";
import { DoneAndLater } from "./promise_actions";

interface Props {
  row: FollowUpRow;
  today: string;
  isCurrent?: boolean;
  /** Further buttons, after Done and Later. */
  children?: ComponentChildren;
}

/** Show a follow-up; its words link to its page. */
export function PromiseCard({ row, today, isCurrent = false, children }: Props) {
  const { id, body } = row.followUp;
  return (
    <li class="card promise_card" id={id} tabIndex={-1}>
      <p class="promise_head">
        <ForWhom row={row} />
        <span class="soft small">{dueText(row, today)}</span>
      </p>
      <Link href={`/follow-ups/${id}`} class="quote" aria-current={isCurrent ? "page" : undefined}>
        {body.what || "Nothing written yet"}
      </Link>
      <div class="actions">
        <DoneAndLater followUp={row.followUp} />
        {children}
      </div>
    </li>
  );
}

function ForWhom({ row: { who, followUp } }: { row: FollowUpRow }) {
  const { person_ids, owed_by } = followUp.body;
  if (person_ids[0]) return <Link href={`/people/${person_ids[0]}`}>{who || "Someone"}</Link>;
  return <span>{owed_by === "me" ? "Myself" : "Someone"}</span>;
}
