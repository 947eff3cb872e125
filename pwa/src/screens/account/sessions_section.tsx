/** The browsers that are signed in to the account; each can be signed out. */
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";

interface Session {
  id: string;
  label: string;
  created_at: string;
  seen_at: string;
  current: boolean;
}

/** List where the account is signed in. */
export function SessionsSection() {
  const [sessions, setSessions] = useState<Session[] | "unreachable">();
  const read = async () => {
    const answer = await call<{ sessions: Session[] }>("GET", "/api/account");
    setSessions(answer.ok ? answer.body.sessions : "unreachable");
  };
  useEffect(() => void read(), []);
  const end = async ({ id, label }: Session) => {
    const answer = await call("DELETE", `/api/sessions/${id}`, undefined, `to sign out ${label}`);
    if (!answer.ok && answer.code === "sign_in_again") return;
    showToast(
      answer.ok ? `${label} is signed out.` : "The server can't be reached. Try again later.",
    );
    await read();
  };
  return (
    <section class="card stack" aria-labelledby="sessions">
      <h2 id="sessions">Signed in on</h2>
      {sessions === undefined && <Skeleton />}
      {sessions === "unreachable" && (
        <p class="soft">You'll see your devices here when the server can be reached.</p>
      )}
      {Array.isArray(sessions) && (
        <ul class="sessions">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} end={() => end(session)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SessionRow({ session, end }: { session: Session; end: () => void }) {
  const { label, seen_at, current } = session;
  return (
    <li>
      <Icon name={/Android|iPhone|iPad|iOS/.test(label) ? "phone" : "laptop"} />
      <div>
        <p>
          {label} {current && <span class="badge">this device</span>}
        </p>
        {!current && (
          <p class="soft small">
            last seen{" "}
            <time dateTime={seen_at} title={exactMomentText(seen_at)}>
              {momentText(seen_at, new Date())}
            </time>
          </p>
        )}
      </div>
      {!current && (
        <button type="button" class="button" aria-label={`Sign out ${label}`} onClick={end}>
          Sign out
        </button>
      )}
    </li>
  );
}
