/** A list of conversations, one tap from whole. */

import "./conversation_list.css";
import { momentText } from "../../domain/dates/date_words";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { ConversationRow } from "./conversation_rows";

interface Props {
  title: string;
  heard: ConversationRow[];
}

/** List conversations under a title; nothing where there are none. */
export function ConversationList({ title, heard }: Props) {
  if (heard.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="heard_heading">
      <h2 id="heard_heading">{title}</h2>
      <ul class="rows">
        {heard.map(({ id, href, who, words, captured_at, unsynced }) => (
          <li key={id}>
            <Link href={href} class="row heard">
              <strong class="one_line">{who}</strong>
              <span class="when">
                {unsynced && <Icon name="waiting" />}
                {captured_at && momentText(captured_at, new Date())}
                {unsynced && <span class="visually_hidden">, not yet synced</span>}
              </span>
              {words && <span>{words}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
