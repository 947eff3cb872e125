/** Where what is due can be read besides: in a calendar, and in a daily e-mail where the server sends one. */
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api";
import { useSetting } from "../../data/settings";
import { keepTimeZone } from "../../notifications/time_zone";
import { showToast } from "../../ui/toast";

interface Offered {
  mail_offered: boolean;
  feed_made_at: string | null;
}

/** Let the calendar's address be made and voided, and the e-mail be switched. */
export function ElsewhereSection() {
  const [offered, setOffered] = useState<Offered>();
  const look = async () => {
    const answer = await call<Offered>("GET", "/api/push");
    if (answer.ok) setOffered(answer.body);
  };
  useEffect(() => void look(), []);
  if (!offered) return null;
  return (
    <section class="card stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">What is due, elsewhere</h2>
      <CalendarAddress isMade={offered.feed_made_at !== null} changed={look} />
      {offered.mail_offered && <DailyMail />}
    </section>
  );
}

interface CalendarAddressProps {
  isMade: boolean;
  changed: () => void;
}

function CalendarAddress({ isMade, changed }: CalendarAddressProps) {
  const [address, setAddress] = useState("");
  const make = async () => {
    const answer = await call<{ path: string }>("POST", "/api/feed");
    if (!answer.ok) return showToast("The server could not be reached.");
    await keepTimeZone();
    setAddress(new URL(answer.body.path, location.origin).href);
    changed();
  };
  const end = async () => {
    const answer = await call("DELETE", "/api/feed");
    if (!answer.ok) return showToast("The server could not be reached.");
    setAddress("");
    changed();
  };
  return (
    <>
      <p>
        Your calendar can show what is due. Whoever knows the address can read it, so give it to
        your calendar only.
      </p>
      {address && <CopyableAddress address={address} />}
      {isMade && !address && <p class="soft">An address is in use; it is shown only once.</p>}
      <button type="button" class="button" onClick={make}>
        {isMade ? "Make a new address instead" : "Make an address for my calendar"}
      </button>
      {isMade && (
        <button type="button" class="button" onClick={end}>
          End the address
        </button>
      )}
    </>
  );
}

function CopyableAddress({ address }: { address: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    showToast("Copied");
  };
  return (
    <div class="field">
      <label for="feed">The address, shown only now</label>
      <input id="feed" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" class="button" onClick={copy}>
        Copy it
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
      Send me an e-mail on each day on which something is due
    </label>
  );
}
