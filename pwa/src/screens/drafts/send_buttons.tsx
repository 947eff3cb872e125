/** The buttons that send a message: the share sheet, mail, SMS, messengers, the clipboard. */

import type { PersonRecord } from "../../data/kinds.gen";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";
import type { Draft } from "./draft";
import { internationalNumber, type SendLink, sendLinks } from "./send_links";

interface SendButtonsProps {
  person: PersonRecord;
  draft: Draft;
}

/** Show the buttons that send a message. */
export function SendButtons({ person, draft }: SendButtonsProps) {
  const links = sendLinks(person, draft);
  const hasSeveral =
    new Set(links.map(({ app, to }) => app + to)).size > new Set(links.map(({ app }) => app)).size;
  return (
    <section class="stack" aria-labelledby="send_by">
      <h2 id="send_by">Send it by</h2>
      <div class="actions">
        {"share" in navigator && <Share words={draft.words} />}
        {links.map((link) => (
          <SendButton key={link.href} link={link} words={draft.words} namesTo={hasSeveral} />
        ))}
        <button type="button" class="button" onClick={() => copy(draft.words)}>
          Copy
        </button>
      </div>
      {person.phones.some((phone) => !internationalNumber(phone)) && (
        <p class="soft small">
          WhatsApp, Telegram and Signal need the country code: start the number with +.
        </p>
      )}
    </section>
  );
}

function SendButton({ link, words, namesTo }: { link: SendLink; words: string; namesTo: boolean }) {
  const { app, to, href, hasText } = link;
  const isWeb = href.startsWith("https:");
  const copyText = async () => {
    if (!hasText) await copy(words, `Copied. Paste it in ${app}.`);
  };
  return (
    <a
      class="button"
      href={href}
      rel="noreferrer"
      target={isWeb ? "_blank" : undefined}
      aria-label={`${app} to ${to}`}
      onClick={copyText}
    >
      {app}
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

async function copy(words: string, message = "Copied."): Promise<void> {
  await navigator.clipboard.writeText(words).then(
    () => showToast(message),
    () => showToast("This browser doesn't allow copying."),
  );
}
