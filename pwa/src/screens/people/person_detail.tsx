/** The person who was chosen, read from this device and kept up to date. */
import { useLive } from "../../data/live";
import { blankRecord } from "../../data/queries";
import { Empty } from "../../ui/empty";
import { Gone, RecordDetail } from "../../ui/list_and_detail";
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
  const read = useLive(() => wholePerson(id), topics, [id]);
  return (
    <RecordDetail
      read={read}
      blank={isNew ? blankPerson(id) : undefined}
      path={`/people/${id}`}
      gone={<Gone what="person" all={{ href: "/people", words: "All people" }} />}
    >
      {(whole) => <PersonPage whole={whole} isNew={isNew} at={at} />}
    </RecordDetail>
  );
}

/** Show what the empty half of a large screen is for. */
export function NobodyChosen() {
  return (
    <Empty title="Choose a person">
      <p class="soft">
        <kbd>j</kbd> and <kbd>k</kbd> move through the list, <kbd>/</kbd> searches, <kbd>n</kbd>{" "}
        adds a person.
      </p>
    </Empty>
  );
}

function blankPerson(id: string): WholePerson {
  return {
    person: blankRecord("person", id),
    conversations: [],
    followUps: [],
    problems: [],
    events: new Map(),
    names: new Map(),
  };
}
