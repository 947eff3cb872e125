/** The one dormant person suggested this month. */
import { useMemo } from "preact/hooks";
import { SkipNudge } from "../../components/contact_log/nudge_actions";
import { localDay } from "../../domain/dates/days";
import { proposePerson } from "../../domain/warmth/proposal";
import { nudgeReason } from "../../domain/warmth/sentence";
import { Link } from "../../ui/link";
import { Plant } from "../../ui/plant";
import type { GardenPlant } from "./plants";

/** Suggest one dormant person a month, until there was contact or the suggestion was skipped. */
export function MonthlySuggestion({ plants }: { plants: GardenPlant[] }) {
  const month = localDay(new Date()).slice(0, 7);
  const chosen = useMemo(
    () =>
      proposePerson(
        plants.map((plant) => ({ id: plant.person.id, tie: plant.tie, plant })),
        month,
      ),
    [plants, month],
  );
  if (!chosen) return null;
  const { person, name, warm } = chosen.plant;
  return (
    <section aria-labelledby="suggestion" class="card proposal">
      <Plant state={warm.state} isNamed />
      <div>
        <h2 id="suggestion">This month, perhaps {name}?</h2>
        <p class="soft small">
          Old friends often bring something new. {nudgeReason("rhythm", warm)}.
        </p>
      </div>
      <div class="actions">
        <Link class="button" href={`/people/${person.id}`} aria-label={`View ${name}`}>
          View
        </Link>
        <SkipNudge person={{ id: person.id, name }} />
      </div>
    </section>
  );
}
