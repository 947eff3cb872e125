/** The latest conversations, one tap from whole. */

import { sayMoment } from "../days/said";
import { Icon } from "../ui/icons";
import { Link } from "../ui/link";
import type { Latest } from "./latest";

/** List the latest conversations. */
export function LatestList({ conversations }: { conversations: Latest[] }) {
  return (
    <section class="stack" aria-labelledby="latest_heading">
      <h2 id="latest_heading">Latest conversations</h2>
      <ul class="rows">
        {conversations.map(({ id, href, who, words, captured_at, unsynced }) => (
          <li key={id}>
            <Link href={href} class="row latest">
              <strong class="one_line">{who}</strong>
              <span class="when">
                {unsynced && <Icon name="waiting" />}
                {captured_at && sayMoment(captured_at, new Date())}
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
