/** The list of what one side owes: what is due first, the rest one tap away, closed follow-ups folded away. */
import { NudgeActions } from "../../components/contact_log/nudge_actions";
import { AddLine } from "../../components/inline_edit/add_line";
import { ClosedItem } from "../../components/promise/closed_item";
import { Drop } from "../../components/promise/promise_actions";
import { PromiseCard } from "../../components/promise/promise_card";
import { nameOf } from "../../data/names";
import type { OpenNudge } from "../../data/open_nudges";
import type { Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { FollowUpListing } from "./listing";
import { type FollowUpOrNudge, rowCount } from "./sections";
import { SideChoice } from "./side_choice";

const add = { me: "Add what I owe", them: "Add what they owe me" };

interface Props {
  listing: FollowUpListing;
  currentId: string | undefined;
}

/** Show what one side owes, and a place to add a follow-up. */
export function FollowUpList({ listing, currentId }: Props) {
  const { side, choose, closed } = listing;
  return (
    <div class="stack follow_up_list">
      <h1>Follow-ups</h1>
      <SideChoice side={side} choose={choose} />
      <Open listing={listing} currentId={currentId} />
      <AddLine key={side} label={add[side]} kind="follow_up" about={{ owed_by: side }} />
      {closed.length > 0 && <Closed closed={closed} />}
    </div>
  );
}

function Open({ listing, currentId }: Props) {
  const { shown, count, showAll, failed, side } = listing;
  if (failed) return <ReadingFailed />;
  if (!shown) return <Skeleton />;
  if (count === 0) return <NothingOwed side={side} />;
  return (
    <>
      {shown.map(({ title, rows }) => (
        <section key={title} class="stack" aria-label={title}>
          <h2>{title}</h2>
          <ul class="stack">
            {rows.map((row) => (
              <RowCard key={idOf(row)} row={row} currentId={currentId} />
            ))}
          </ul>
        </section>
      ))}
      {rowCount(shown) < count && (
        <button type="button" class="button" onClick={showAll}>
          Show all {count}
        </button>
      )}
    </>
  );
}

function RowCard({ row, currentId }: { row: FollowUpOrNudge; currentId: string | undefined }) {
  if ("nudge" in row) return <NudgeCard nudge={row.nudge} />;
  const { followUp } = row.followUpRow;
  return (
    <PromiseCard
      row={row.followUpRow}
      today={localDay(new Date())}
      isCurrent={followUp.id === currentId}
    >
      <Drop followUp={followUp} />
    </PromiseCard>
  );
}

function idOf(row: FollowUpOrNudge): string {
  return "nudge" in row ? row.nudge.person.id : row.followUpRow.followUp.id;
}

function NothingOwed({ side }: Pick<FollowUpListing, "side">) {
  return side === "me" ? (
    <Empty title="You don't owe anyone anything">
      <p class="soft">What you promise in a note shows up here until it's done.</p>
    </Empty>
  ) : (
    <Empty title="Nobody owes you anything">
      <p class="soft">Note what someone said they'd do, and ask when it's time.</p>
    </Empty>
  );
}

function Closed({ closed }: { closed: Saved<"follow_up">[] }) {
  return (
    <details class="closed_items">
      <summary>Recently done or dropped</summary>
      <ul class="rows">
        {closed.map((followUp) => (
          <ClosedItem key={followUp.id} followUp={followUp} />
        ))}
      </ul>
    </details>
  );
}

/** Show a nudge, with a link to a draft from their card. */
function NudgeCard({ nudge: { person, reason, why } }: { nudge: OpenNudge }) {
  const name = nameOf(person.body);
  return (
    <li class="card promise_card">
      <p class="promise_head">
        <Link href={`/people/${person.id}`}>{name}</Link>
      </p>
      <p>{reason}</p>
      <NudgeActions person={{ id: person.id, name }} />
      <Link href={`/people/${person.id}/draft?why=${why}`} class="button quiet nudge_draft">
        <Icon name="note" />
        Write to {name}
      </Link>
    </li>
  );
}
