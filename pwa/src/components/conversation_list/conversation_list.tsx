/** A list of conversations, each linked to its full note. */

import "./conversation_list.css";
import { momentText } from "../../domain/dates/date_words";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { ConversationRow } from "./conversation_rows";

interface Props {
  title: string;
  rows: ConversationRow[];
}

/** Show conversations under a title; nothing where there are none. */
export function ConversationList({ title, rows }: Props) {
  if (rows.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="conversations_heading">
      <h2 id="conversations_heading">{title}</h2>
      <ul class="rows">
        {rows.map(({ id, href, who, text, captured_at, unsynced }) => (
          <li key={id}>
            <Link href={href} class="row conversation">
              <strong class="one_line">{who}</strong>
              <span class="when">
                {unsynced && <Icon name="waiting" />}
                {captured_at && momentText(captured_at, new Date())}
                {unsynced && <span class="visually_hidden">, not synced yet</span>}
              </span>
              {text && <span>{text}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
