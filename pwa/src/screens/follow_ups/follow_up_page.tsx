/** One follow-up: its words, its day, what can be done about it, for whom it is and where it came from. */
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { dayOf, dueDayText } from "../../components/promise/promise";
import { dayField, timeField, whatField } from "../../components/promise/promise_fields";
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import { exactMomentText, momentText, timeText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { useTitle } from "../../ui/router";
import { FollowUpActions, FollowUpEnd } from "./follow_up_actions";
import { FollowUpPeople } from "./follow_up_people";
import type { WholeFollowUp } from "./follow_up_query";

/** Show a follow-up. */
export function FollowUpPage({ whole }: { whole: WholeFollowUp }) {
  const { followUp, conversation } = whole;
  const heading = headingOf(whole);
  useTitle(heading);
  return (
    <article class="stack follow_up" data-record>
      <header>
        <Link
          href="/follow-ups"
          class="button quiet icon_only back"
          aria-label="Back to follow-ups"
        >
          <Icon name="back" />
        </Link>
        <h1>{heading}</h1>
      </header>
      <InlineEdit field={whatField(followUp)}>
        <p class="quote follow_up_words">
          {followUp.body.what}
          <UnsyncedMark mark={unsyncedMarkOf(followUp)} />
        </p>
      </InlineEdit>
      <DueFields followUp={followUp} />
      <FollowUpActions followUp={followUp} />
      <RecordNotes record={followUp} />
      <FollowUpPeople whole={whole} />
      {conversation && <FollowUpSource conversation={conversation} whole={whole} />}
      <FollowUpEnd followUp={followUp} />
    </article>
  );
}

function DueFields({ followUp }: { followUp: Saved<"follow_up"> }) {
  const day = dayOf(followUp.body);
  const { due_at } = followUp.body;
  return (
    <div class="due_fields soft">
      <InlineEdit field={dayField(followUp)}>
        <span>due {day && dueDayText(day, localDay(new Date()))}</span>
      </InlineEdit>
      {day && (
        <InlineEdit field={timeField(followUp)}>
          <span>at {due_at && timeText(new Date(due_at))}</span>
        </InlineEdit>
      )}
    </div>
  );
}

function headingOf({ followUp, people }: WholeFollowUp): string {
  const names = people.map(({ body }) => nameOf(body)).join(" and ");
  if (followUp.body.owed_by === "them") return `${names || "Someone"} owes me`;
  return names ? `I owe ${names}` : "I owe myself";
}

interface Props {
  conversation: Saved<"conversation">;
  whole: WholeFollowUp;
}

/** Show the conversation that a follow-up came from. */
function FollowUpSource({ conversation, whole: { event, people } }: Props) {
  const { happened_at, captured_at, problem, notes } = conversation.body;
  const at = happened_at ?? captured_at;
  const [person] = people;
  const href = person
    ? `/people/${person.id}?at=${conversation.id}`
    : `/people/conversations/${conversation.id}`;
  return (
    <section aria-labelledby="follow_up_source" class="stack">
      <h2 id="follow_up_source">From your conversation</h2>
      <div class="card stack">
        {problem && <blockquote class="quote">{problem}</blockquote>}
        {notes && <p class="long_text">{notes}</p>}
        <p class="soft small">
          {at && (
            <time dateTime={at} title={exactMomentText(at)}>
              {momentText(at, new Date())}
            </time>
          )}
          {event?.name && ` at ${event.name}`}
        </p>
        <Link href={href}>See the whole conversation</Link>
      </div>
    </section>
  );
}
