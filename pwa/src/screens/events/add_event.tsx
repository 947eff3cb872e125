/** The three ways to a new event: by hand, from an invitation, from a calendar file. */
import { newId } from "../../data/ids";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { useTitle } from "../../ui/title";
import { CalendarChoice } from "./calendar_choice";
import { PastedInvitation } from "./pasted_invitation";

/** Show the ways to a new event. */
export function AddEvent() {
  useTitle("Add an event");
  return (
    <div class="stack event_page">
      <Link href="/events" class="button quiet icon_only back" aria-label="Back to the events">
        <Icon name="back" />
      </Link>
      <h1>Add an event</h1>
      <Link href={`/events/${newId()}?new`} class="button primary">
        <Icon name="edit" />
        Write it by hand
      </Link>
      <PastedInvitation />
      <CalendarChoice />
    </div>
  );
}
