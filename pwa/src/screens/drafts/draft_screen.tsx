/** The screen of a draft: a message made from the notes about a person, edited here and sent by another app. */

import "./drafts.css";
import { useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { nameOf } from "../../data/names";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { Gone } from "../../ui/list_and_detail";
import { match, useRoute, useTitle } from "../../ui/router";
import { AfterSent } from "./after_sent";
import { type WholeDraft, wholeDraft } from "./draft_query";
import { Message } from "./message";

const topics: Parameters<typeof useLive>[1] = [
  "person",
  "conversation",
  "problem",
  "follow_up",
  "event",
];

/** Show the draft to the person in the path. */
export function DraftScreen() {
  const { path, params } = useRoute();
  const { id = "" } = match("/people/:id/draft", path) ?? {};
  const followUpId = params.get("follow_up");
  const { value, error } = useLive(() => wholeDraft(id, followUpId), topics, [id, followUpId]);
  return (
    <div class="pane">
      <div class="stack draft">
        <Link
          href={`/people/${id}`}
          class="button quiet icon_only back_button"
          aria-label="Back to this person"
        >
          <Icon name="back" />
        </Link>
        {value && <Writing key={id} whole={value} why={params.get("why")} />}
        {error && <ReadingFailed />}
        {value === undefined && !error && <Skeleton />}
        {value === null && <Gone what="person" all={{ href: "/people", words: "All people" }} />}
      </div>
    </div>
  );
}

function Writing({ whole, why }: { whole: WholeDraft; why: string | null }) {
  const [isSent, setSent] = useState(false);
  const name = nameOf(whole.person.body);
  useTitle(`Write to ${name}`);
  return (
    <>
      <h1>Write to {name}</h1>
      {isSent ? <AfterSent whole={whole} /> : <Message whole={whole} why={why} onSent={setSent} />}
    </>
  );
}
