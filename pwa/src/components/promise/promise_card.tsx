/** One thing that is owed: who, the words of it, Done and Later. */

import "./promise_card.css";
import type { ComponentChildren } from "preact";
import { Link } from "../../ui/link";
import { DoneAndLater } from "./done_and_later";
import { dueText, type OwedFollowUp } from "./promise";

interface Props {
  owed: OwedFollowUp;
  today: string;
  isCurrent?: boolean;
  /** Further ways to settle it, after Done and Later. */
  children?: ComponentChildren;
}

/** Show one thing that is owed; its words lead to all there is to say of it. */
export function PromiseCard({ owed, today, isCurrent = false, children }: Props) {
  const { id, body } = owed.followUp;
  return (
    <li class="card owed_card" id={id} tabIndex={-1}>
      <p class="owed_head">
        <Whom owed={owed} />
        <span class="soft small">{dueText(owed, today)}</span>
      </p>
      <Link href={`/follow-ups/${id}`} class="quote" aria-current={isCurrent ? "page" : undefined}>
        {body.what || "Without words"}
      </Link>
      <div class="actions">
        <DoneAndLater followUp={owed.followUp} />
        {children}
      </div>
    </li>
  );
}

function Whom({ owed: { who, followUp } }: { owed: OwedFollowUp }) {
  const { person_ids, owed_by } = followUp.body;
  if (person_ids[0]) return <Link href={`/people/${person_ids[0]}`}>{who || "Somebody"}</Link>;
  return <span>{owed_by === "me" ? "Myself" : "Somebody"}</span>;
}
