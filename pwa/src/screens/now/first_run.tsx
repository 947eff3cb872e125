/** The first screen of somebody who has noted nothing yet. */

import { Empty } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

/** Say what will stand here, and how to begin. */
export function FirstRun() {
  return (
    <Empty title="Nothing heard yet">
      <p class="soft">
        After a talk, note whom you met, what they struggle with and what you promised; on that day
        it stands here, in your own words.
      </p>
      <Link href="/note" class="button accent">
        <Icon name="note" />
        Write the first note
      </Link>
      <Link href="/events/new" class="button">
        <Icon name="event" />
        Add an event
      </Link>
    </Empty>
  );
}
