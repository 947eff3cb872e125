/** Due dates outside Earshot: in a calendar, and in a daily e-mail where the server sends one. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import type { Code } from "../../data/kinds.gen";
import { useSetting } from "../../data/settings";
import { keepTimeZone } from "../../notifications/time_zone";
import { Confirm } from "../../ui/dialog";
import { useFold } from "../../ui/fold";
import { showToast } from "../../ui/toast";
import type { Channels } from "./use_channels";

const UNREACHABLE = "The server can't be reached. Try again later.";

interface ElsewhereSectionProps {
  channels: Channels;
  onChange: () => void;
}

/** Show the calendar's address and the switch of the e-mail. */
export function ElsewhereSection({ channels, onChange }: ElsewhereSectionProps) {
  return (
    <section class="card stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">Due dates in your calendar and by e-mail</h2>
      <CalendarAddress exists={channels.feed_made_at !== null} onChange={onChange} />
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
  const replacing = useFold();
  const create = async () => {
    const purpose = `to ${exists ? "replace" : "create"} your calendar address`;
    const answer = await call<{ path: string }>("POST", "/api/feed", undefined, purpose);
    if (!answer.ok) return showRefusal(answer.code);
    if (exists) {
      replacing.close();
      showToast("The address is replaced. Add the new one to your calendar.");
    }
    await keepTimeZone();
    setAddress(new URL(answer.body.path, location.origin).href);
    onChange();
  };
  const remove = async () => {
    const answer = await call("DELETE", "/api/feed", undefined, "to delete your calendar address");
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
      {exists && address && <CopyableAddress address={address} />}
      {exists && !address && <p class="soft">You have an address. It was shown only once.</p>}
      <button
        ref={replacing.opener}
        type="button"
        class="button"
        aria-expanded={exists ? replacing.isOpen : undefined}
        onClick={exists ? replacing.toggle : create}
      >
        {exists ? "Replace the address…" : "Create an address for my calendar"}
      </button>
      {exists && replacing.isOpen && (
        <Confirm>
          <p>Calendars with the old address stop showing what is due.</p>
          <button type="button" class="button primary" onClick={create}>
            Replace it
          </button>
          <button type="button" class="button" onClick={replacing.close}>
            Cancel
          </button>
        </Confirm>
      )}
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
