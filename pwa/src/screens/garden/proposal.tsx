/** The one dormant person of this month, who may be glad to hear from the user. */
import { useMemo } from "preact/hooks";
import { skipNudge } from "../../components/contact_log/nudge_answers";
import { localDay } from "../../domain/dates/days";
import { proposed } from "../../domain/warmth/proposal";
import { lastContactText } from "../../domain/warmth/sentence";
import { Link } from "../../ui/link";
import { Plant } from "../../ui/plant";
import { showToast } from "../../ui/toast";
import type { Planted } from "./plants";

/** Propose one dormant person a month, until there was contact or the proposal is let pass. */
export function Proposal({ plants }: { plants: Planted[] }) {
  const month = localDay(new Date()).slice(0, 7);
  const chosen = useMemo(
    () =>
      proposed(
        plants.map((plant) => ({ id: plant.person.id, tie: plant.tie, plant })),
        month,
      ),
    [plants, month],
  );
  if (!chosen) return null;
  const { person, name, warm } = chosen.plant;
  const pass = async () => showToast(`Let pass: ${name}.`, { undo: await skipNudge(person.id) });
  return (
    <section aria-labelledby="proposal" class="card proposal">
      <Plant state={warm.state} isNamed />
      <div>
        <h2 id="proposal">This month, perhaps {name}?</h2>
        <p class="soft small">Old ties often bring what is new. You {lastContactText(warm)}.</p>
      </div>
      <div class="actions">
        <Link class="button" href={`/people/${person.id}`} aria-label={`Look at ${name}`}>
          Look
        </Link>
        <button type="button" class="button quiet" onClick={pass}>
          Let pass
        </button>
      </div>
    </section>
  );
}
