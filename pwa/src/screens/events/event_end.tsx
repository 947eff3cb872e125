/** The end of an event's page: its history, and to delete it. */
import { nameOf, type SavedEvent } from "../../components/event/event_writes";
import type { Wanted } from "../../data/events";
import { type Write, write } from "../../data/write";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";

/** Offer the history of an event, and to delete it with its targets; what was heard there stays. */
export function EventEnd({ event, targets }: { event: SavedEvent; targets: Wanted[] }) {
  const all = (action: "delete" | "restore"): Write[] =>
    [event, ...targets].map(({ kind, id }) => ({ kind, id, action }));
  const remove = async () => {
    await write(...all("delete"));
    go("/events", { replace: true });
    const undo = () => write(...all("restore"));
    showToast(`${nameOf(event)} is deleted.`, { undo });
  };
  return (
    <div class="actions">
      {event.seq > 0 && (
        <Link href={`/history/${event.id}`} class="button">
          <Icon name="later" />
          History
        </Link>
      )}
      <button type="button" class="button warning" onClick={remove}>
        <Icon name="trash" />
        Delete the event
      </button>
    </div>
  );
}
