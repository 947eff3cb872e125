/** The way to what was deleted and can be brought back. */
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

/** Lead to the list of what was deleted. */
export function DeletedSection() {
  return (
    <section class="card stack" aria-labelledby="deleted">
      <h2 id="deleted">Recently deleted</h2>
      <p class="soft">What was deleted on any of your devices can be brought back.</p>
      <Link href="/deleted" class="button">
        <Icon name="trash" />
        See what was deleted
      </Link>
    </section>
  );
}
