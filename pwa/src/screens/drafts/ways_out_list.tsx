/** The ways out of a message as buttons: the share sheet, mail, SMS, messengers, the clipboard. */

import type { PersonRecord } from "../../data/kinds.gen";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";
import type { Draft } from "./draft";
import { international, type WayOut, waysOut } from "./ways_out";

interface Props {
  person: PersonRecord;
  draft: Draft;
}

/** Offer the ways by which this message can leave. */
export function WaysOut({ person, draft }: Props) {
  const ways = waysOut(person, draft);
  const hasSeveral =
    new Set(ways.map(({ by, to }) => by + to)).size > new Set(ways.map(({ by }) => by)).size;
  return (
    <section class="stack" aria-labelledby="ways_out">
      <h2 id="ways_out">Send it by</h2>
      <div class="actions">
        {"share" in navigator && <Share words={draft.words} />}
        {ways.map((way) => (
          <Leave key={way.href} way={way} words={draft.words} namesTo={hasSeveral} />
        ))}
        <button type="button" class="button" onClick={() => copy(draft.words)}>
          Copy
        </button>
      </div>
      {person.phones.some((phone) => !international(phone)) && (
        <p class="soft small">
          For WhatsApp, Telegram and Signal a number needs its country: begin it with + and the
          code.
        </p>
      )}
    </section>
  );
}

function Leave({ way, words, namesTo }: { way: WayOut; words: string; namesTo: boolean }) {
  const { by, to, href, carriesWords } = way;
  const isWeb = href.startsWith("https:");
  const leave = async () => {
    if (!carriesWords) await copy(words, `Copied, to be pasted in ${by}.`);
  };
  return (
    <a
      class="button"
      href={href}
      rel="noreferrer"
      target={isWeb ? "_blank" : undefined}
      aria-label={`${by} to ${to}`}
      onClick={leave}
    >
      {by}
      {namesTo && <span class="soft small">{to}</span>}
    </a>
  );
}

function Share({ words }: { words: string }) {
  return (
    <button
      type="button"
      class="button"
      onClick={() => navigator.share({ text: words }).catch(() => undefined)}
    >
      <Icon name="share" />
      Share
    </button>
  );
}

async function copy(words: string, said = "Copied."): Promise<void> {
  await navigator.clipboard.writeText(words).then(
    () => showToast(said),
    () => showToast("This browser does not let the words be copied."),
  );
}
