/** The conversations of an event, one tap from whole. */
import { Icon } from "../ui/icons";
import { Link } from "../ui/link";
import type { CardOfEvent } from "./event_query";

/** List what was heard at an event. */
export function CardsOfEvent({ cards }: { cards: CardOfEvent[] }) {
  if (cards.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="cards">
      <h2 id="cards">Heard there</h2>
      <ul class="rows">
        {cards.map(({ id, href, who, words, unsynced }) => (
          <li key={id}>
            <Link href={href} class="row">
              <strong>
                {who} {unsynced && <Icon name="waiting" />}
                {unsynced && <span class="visually_hidden">(not yet synced)</span>}
              </strong>
              {words && <span>{words}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
