/** The first screen: the current event, or else what is due, what comes next and the latest conversations. */

import "./now_screen.css";
import { ConversationList } from "../../components/conversation_list/conversation_list";
import { HeldBackNotice } from "../../components/sync_status/held_back_notice";
import { account } from "../../data/account";
import { useLive } from "../../data/live";
import { PermissionLine } from "../../notifications/permission_line";
import { useNow } from "../../ui/clock";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { AfterEvents } from "./after_events";
import { CurrentEvent } from "./current_event";
import { NextEvent } from "./next_event";
import { currentEvents, type NowData, nowTopics, readNowData } from "./now_data";
import { PromisesDue } from "./promises_due";

/** Show the first screen. */
export function NowScreen() {
  const now = useNow();
  const { value, error } = useLive(() => readNowData(new Date()), nowTopics, []);
  const owner = useLive(async () => (await account()) ?? null, ["account"], []);
  const [on, ...others] = value ? currentEvents(value, now) : [];
  return (
    <div class="pane">
      <div class={on ? "stack now at_event" : "stack now"}>
        <h1 class={on && "visually_hidden"}>Now</h1>
        {error && <ReadingFailed />}
        {!value && !error && <Skeleton />}
        {value && on && (
          <CurrentEvent
            key={on.id}
            event={on}
            others={others}
            dueCount={value.due.length}
            now={now}
          />
        )}
        {value && !on && <NoEventOn found={value} now={now} isOwned={owner.value !== null} />}
      </div>
    </div>
  );
}

interface BetweenProps {
  found: NowData;
  now: Date;
  isOwned: boolean;
}

function NoEventOn({ found, now, isOwned }: BetweenProps) {
  const { due, conversations, events } = found;
  const isFirst = due.length + conversations.length + events.length === 0;
  return (
    <>
      {isFirst && <FirstRun />}
      {!isOwned && <SignInNotice />}
      <HeldBackNotice />
      {!isFirst && (
        <>
          <AfterEvents events={events} now={now} />
          <NextEvent events={events} now={now} />
          <PromisesDue due={due} />
          <PermissionLine />
          <ConversationList title="Latest conversations" rows={conversations} />
        </>
      )}
    </>
  );
}

function SignInNotice() {
  return (
    <aside class="notice">
      <p>Saved on this device only. Sign in to back it up and see it on your computer.</p>
      <Link href="/sign-in" class="button">
        Sign in
      </Link>
    </aside>
  );
}

function FirstRun() {
  return (
    <Empty title="No notes yet">
      <p class="soft">
        After a conversation, note who you met, what they struggle with and what you promised. On
        the day, you'll see it here, in your own words.
      </p>
      <Link href="/note" class="button accent">
        <Icon name="note" />
        Write your first note
      </Link>
      <Link href="/events/new" class="button">
        <Icon name="event" />
        Add an event
      </Link>
    </Empty>
  );
}
