/** The way to the listening prompts. */
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

/** Lead to the prompts: own ones, and switching others off. */
export function PromptsSection() {
  return (
    <section class="card stack" aria-labelledby="prompts">
      <h2 id="prompts">Listening prompts</h2>
      <p>Write your own, switch others off, and see what works with you so far.</p>
      <Link href="/prompts" class="button">
        <Icon name="edit" />
        See the prompts
      </Link>
    </section>
  );
}
