/** One nudge among the follow-ups: who, why it is time, and what can be done. */

import { NudgeActions } from "../../components/contact_log/nudge_actions";
import { nameOf } from "../../data/names";
import type { OpenNudge } from "../../data/open_nudges";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

/** Show a nudge, with a link to a draft from their card. */
export function NudgeCard({ nudge: { person, says, why } }: { nudge: OpenNudge }) {
  const name = nameOf(person.body);
  return (
    <li class="card promise_card">
      <p class="promise_head">
        <Link href={`/people/${person.id}`}>{name}</Link>
      </p>
      <p>{says}</p>
      <NudgeActions person={{ id: person.id, name }} />
      <Link href={`/people/${person.id}/draft?why=${why}`} class="button quiet nudge_draft">
        <Icon name="note" />
        Write to {name}
      </Link>
    </li>
  );
}
