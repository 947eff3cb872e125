/** Due dates outside Earshot: in a calendar, and in a daily e-mail where the server sends one. */
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api";
import type { Code } from "../../data/kinds.gen";
import { useSetting } from "../../data/settings";
import { keepTimeZone } from "../../notifications/time_zone";
import { showToast } from "../../ui/toast";

interface Channels {
  mail_offered: boolean;
  feed_made_at: string | null;
}

const UNREACHABLE = "The server can't be reached. Try again later.";

/** Show the calendar's address and the switch of the e-mail. */
export function ElsewhereSection() {
  const [channels, setChannels] = useState<Channels>();
  const load = async () => {
    const answer = await call<Channels>("GET", "/api/push");
    if (answer.ok) setChannels(answer.body);
  };
  useEffect(() => void load(), []);
  if (!channels) return null;
  return (
    <section class="card stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">Due dates in your calendar and by e-mail</h2>
      <CalendarAddress exists={channels.feed_made_at !== null} onChange={load} />
      {channels.mail_offered && <DailyMail />}
    </section>
  );
}

interface CalendarAddressProps {
  exists: boolean;
  onChange: () => void;
}

function CalendarAddress({ exists, onChange }: CalendarAddressProps) {
  const [address, setAddress] = useState("");
  const create = async () => {
    const answer = await call<{ path: string }>("POST", "/api/feed");
    if (!answer.ok) return showRefusal(answer.code);
    await keepTimeZone();
    setAddress(new URL(answer.body.path, location.origin).href);
    onChange();
  };
  const remove = async () => {
    const answer = await call("DELETE", "/api/feed");
    if (!answer.ok) return showRefusal(answer.code);
    setAddress("");
    onChange();
  };
  return (
    <>
      <p>
        Your calendar can show what is due. Anyone with the address can read it, so only add it to
        your own calendar.
      </p>
      {address && <CopyableAddress address={address} />}
      {exists && !address && <p class="soft">You have an address. It was shown only once.</p>}
      <button type="button" class="button" onClick={create}>
        {exists ? "Replace the address" : "Create an address for my calendar"}
      </button>
      {exists && (
        <button type="button" class="button" onClick={remove}>
          Delete the address
        </button>
      )}
    </>
  );
}

/** Show why nothing changed, unless the user chose that. */
function showRefusal(code: Code | "offline"): void {
  if (code !== "sign_in_again") showToast(UNREACHABLE);
}

function CopyableAddress({ address }: { address: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    showToast("Copied");
  };
  return (
    <div class="field">
      <label for="feed">Calendar address, shown only now</label>
      <input id="feed" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" class="button" onClick={copy}>
        Copy
      </button>
    </div>
  );
}

function DailyMail() {
  const [chosen, choose] = useSetting<"no" | "yes">("daily_email", ["no", "yes"]);
  const change = async (isWanted: boolean) => {
    if (isWanted) await keepTimeZone();
    await choose(isWanted ? "yes" : "no");
  };
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={chosen === "yes"}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      E-mail me on days when something is due
    </label>
  );
}
