/** The way from the account to the own card and its code. */
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

/** Lead to the own card. */
export function MyCardSection() {
  return (
    <section class="card stack" aria-labelledby="own_card">
      <h2 id="own_card">My card</h2>
      <p>What others get when they scan you.</p>
      <Link href="/me" class="button">
        <Icon name="code" />
        Open my card
      </Link>
    </section>
  );
}
