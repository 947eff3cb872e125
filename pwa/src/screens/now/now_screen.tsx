/** Now: the event that is on, else what is due, what comes next and what was heard last. */

import "./now_screen.css";
import { ConversationList } from "../../components/conversation_list/conversation_list";
import { account } from "../../data/account";
import { useLive } from "../../data/live";
import { AskLine } from "../../notifications/permission_line";
import { useNow } from "../../ui/clock";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { AfterEvents } from "./after_events";
import { DueList } from "./due_list";
import { EventOn } from "./event_on";
import { FirstRun } from "./first_run";
import { NextEvent } from "./next_event";
import { readNow, topics, type WhatIsNow, whatIsOn } from "./what_is_now";

/** Show the first screen. */
export function NowScreen() {
  const now = useNow();
  const { value, error } = useLive(() => readNow(new Date()), topics, []);
  const owner = useLive(async () => (await account()) ?? null, ["account"], []);
  const [on, ...others] = value ? whatIsOn(value, now) : [];
  return (
    <div class="pane">
      <div class={on ? "stack now at_event" : "stack now"}>
        <h1 class={on && "visually_hidden"}>Now</h1>
        {error && <ReadingFailed />}
        {!value && !error && <Skeleton />}
        {value && on && (
          <EventOn key={on.id} event={on} others={others} dueCount={value.due.length} now={now} />
        )}
        {value && !on && <Between found={value} now={now} isOwned={owner.value !== null} />}
      </div>
    </div>
  );
}

interface BetweenProps {
  found: WhatIsNow;
  now: Date;
  isOwned: boolean;
}

function Between({ found, now, isOwned }: BetweenProps) {
  const { due, heard, events } = found;
  const isFirst = due.length + heard.length + events.length === 0;
  return (
    <>
      {isFirst && <FirstRun />}
      {!isOwned && <KeptHere />}
      {!isFirst && (
        <>
          <AfterEvents events={events} now={now} />
          <NextEvent events={events} now={now} />
          <DueList due={due} />
          <AskLine />
          <ConversationList title="Latest conversations" heard={heard} />
        </>
      )}
    </>
  );
}

function KeptHere() {
  return (
    <aside class="notice">
      <p>Kept on this device. Sign in to back up and see it on your desk.</p>
      <Link href="/sign-in" class="button">
        Sign in
      </Link>
    </aside>
  );
}
