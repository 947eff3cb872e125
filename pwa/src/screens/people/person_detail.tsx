/** Reads whoever was chosen, and says so while reading, when nobody was, or when they are gone. */
import { useEffect } from "preact/hooks";
import { useLive } from "../../data/live";
import { blankRecord } from "../../data/queries";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import { PersonPage } from "./person_page";
import { type WholePerson, wholePerson } from "./person_query";

interface PersonDetailProps {
  id: string;
  isNew: boolean;
  at: string | null;
}

const topics: Parameters<typeof useLive>[1] = [
  "person",
  "conversation",
  "follow_up",
  "problem",
  "event",
  "outbox",
];

/** Show the person with this id; a new one is blank until the first letter. */
export function PersonDetail({ id, isNew, at }: PersonDetailProps) {
  const { value, error } = useLive(() => wholePerson(id), topics, [id]);
  useEffect(() => {
    if (value && isNew) go(`/people/${id}`, { replace: true });
  }, [value, isNew]);
  const whole = value ?? (isNew ? blank(id) : value);
  if (whole) return <PersonPage whole={whole} isNew={isNew} at={at} />;
  if (error) return <ReadingFailed />;
  return whole === undefined ? <Skeleton /> : <Gone />;
}

/** Say what the empty half of the desk is for. */
export function NobodyChosen() {
  return (
    <Empty title="Choose somebody">
      <p class="soft">
        <kbd>j</kbd> and <kbd>k</kbd> move through the list, <kbd>/</kbd> searches, <kbd>n</kbd>{" "}
        adds a person.
      </p>
    </Empty>
  );
}

function Gone() {
  return (
    <Empty title="Nobody here">
      <p>This person was deleted, or has not reached this device yet.</p>
      <Link class="button" href="/people">
        All people
      </Link>
    </Empty>
  );
}

function blank(id: string): WholePerson {
  return {
    person: blankRecord("person", id),
    conversations: [],
    followUps: [],
    problems: [],
    events: new Map(),
    names: new Map(),
  };
}
