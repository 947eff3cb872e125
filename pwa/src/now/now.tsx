/** Now: what is due, what was heard last, and the way to the next note. */

import "./now.css";
import { localDay } from "../days/days";
import { account } from "../records/account";
import { useLive } from "../records/live";
import { Empty, ReadingFailed, Skeleton } from "../ui/empty";
import { Icon } from "../ui/icons";
import { Link } from "../ui/link";
import { useTitle } from "../ui/title";
import { dueBy } from "./due";
import { DueList } from "./due_list";
import { latest } from "./latest";
import { LatestList } from "./latest_list";

/** Show the first screen. */
export function Now() {
  useTitle("Now");
  return (
    <div class="pane">
      <div class="stack now">
        <h1>Now</h1>
        <NowContent />
      </div>
    </div>
  );
}

function NowContent() {
  const today = localDay(new Date());
  const due = useLive(() => dueBy(today), ["follow_up", "person"], [today]);
  const conversations = useLive(latest, ["conversation", "person", "outbox"], []);
  const owner = useLive(async () => (await account()) ?? null, ["account"], []);
  if (due.error || conversations.error) return <ReadingFailed />;
  if (!due.value || !conversations.value || owner.value === undefined) return <Skeleton />;
  const isFirstRun = due.value.length === 0 && conversations.value.length === 0;
  return (
    <>
      {!owner.value && <KeptHere isFirstRun={isFirstRun} />}
      {isFirstRun ? <FirstRun /> : <DueList due={due.value} />}
      {conversations.value.length > 0 && <LatestList conversations={conversations.value} />}
    </>
  );
}

function KeptHere({ isFirstRun }: { isFirstRun: boolean }) {
  if (isFirstRun) return null;
  return (
    <aside class="notice">
      <p>Kept on this device. Sign in to back up and see it on your desk.</p>
      <Link href="/account" class="button">
        Sign in
      </Link>
    </aside>
  );
}

function FirstRun() {
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
      <p class="small soft">
        Everything is kept on this device. <Link href="/account">Sign in</Link> to back up and see
        it on your desk.
      </p>
    </Empty>
  );
}
