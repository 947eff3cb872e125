/** The sections of the account that only lead to a screen of their own. */
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

/** Lead to the user's own card. */
export function MyCardSection() {
  return (
    <section class="card stack" aria-labelledby="my_card">
      <h2 id="my_card">My card</h2>
      <p>What others get when they scan your code.</p>
      <Link href="/me" class="button">
        <Icon name="code" />
        Open my card
      </Link>
    </section>
  );
}

/** Lead to the listening prompts. */
export function PromptsSection() {
  return (
    <section class="card stack" aria-labelledby="prompts">
      <h2 id="prompts">Listening prompts</h2>
      <p>Write your own, turn others off, and see what works for you so far.</p>
      <Link href="/prompts" class="button">
        <Icon name="edit" />
        See the prompts
      </Link>
    </section>
  );
}

/** Lead to what was deleted and can be restored. */
export function DeletedSection() {
  return (
    <section class="card stack" aria-labelledby="deleted">
      <h2 id="deleted">Recently deleted</h2>
      <p class="soft">You can bring back what you deleted, on any of your devices.</p>
      <Link href="/deleted" class="button">
        <Icon name="trash" />
        See what was deleted
      </Link>
    </section>
  );
}
