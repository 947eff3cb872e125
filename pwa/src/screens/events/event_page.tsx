/** The page of one event: when and where, its goal, who to meet, and the conversations there. */
import { useRef } from "preact/hooks";
import { ConversationList } from "../../components/conversation_list/conversation_list";
import { eventName, type SavedEvent } from "../../components/event/event_writes";
import { Goal, IfThen } from "../../components/event/goal";
import { ReceiptLine } from "../../components/event/receipt_line";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { whenIs } from "../../domain/events/on";
import { useNow } from "../../ui/clock";
import { useTitle } from "../../ui/router";
import { CancelledNotice, EventEnd, EventSteps } from "./event_actions";
import { eventNotesField } from "./event_fields";
import { EventHeading } from "./event_heading";
import type { EventDetails } from "./event_query";
import { Targets } from "./targets";

/** Show an event's page. */
export function EventPage({ details, isNew }: { details: EventDetails; isNew: boolean }) {
  const { event, targets, cards, receipt } = details;
  useTitle(eventName(event));
  const now = useNow();
  const isPast = whenIs(event.body, now) === "past";
  const startedBlank = useRef(isNew).current;
  return (
    <div class="stack event_page" data-record>
      <EventHeading event={event} isNew={startedBlank} />
      <RecordNotes record={event} />
      <CancelledNotice event={event} targets={targets} />
      {isPast && receipt.count > 0 && <ReceiptLine receipt={receipt} />}
      <EventSteps event={event} now={now} />
      <section class="stack" aria-labelledby="goal">
        <h2 id="goal">One goal</h2>
        <Goal event={event} />
        {event.body.goal && <IfThen event={event} />}
        {!event.body.goal && event.body.without_goal_at && (
          <p class="soft">No goal, just curious.</p>
        )}
      </section>
      <Targets eventId={event.id} targets={targets} />
      <ConversationList title="Conversations" rows={cards} />
      <NotesSection event={event} />
      <EventEnd event={event} targets={targets} />
    </div>
  );
}

function NotesSection({ event }: { event: SavedEvent }) {
  return (
    <section class="stack" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <InlineEdit field={eventNotesField(event)}>
        <p class="long_text">{event.body.notes}</p>
      </InlineEdit>
    </section>
  );
}
