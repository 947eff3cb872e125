/** One ring of the garden: its people as plants, sixty at a time. */
import { useState } from "preact/hooks";
import { MoveOut } from "../../components/rings/move_out";
import { useMembers } from "../../components/rings/ring_members";
import { isOverfull, ringFactsOf } from "../../domain/warmth/rings";
import { Link } from "../../ui/link";
import { Plant, stateWords } from "../../ui/plant";
import type { Bed, GardenPlant } from "./plants";

const SHOWN_AT_ONCE = 60;

/** Show a ring with its plants, or nothing where a filter leaves it empty. */
export function GardenBed({ bed, isFiltered }: { bed: Bed; isFiltered: boolean }) {
  const { ring, plants } = bed;
  const { words, room, every } = ringFactsOf(ring);
  const [shownCount, setShownCount] = useState(SHOWN_AT_ONCE);
  if (isFiltered && plants.length === 0) return null;
  const further = plants.length - shownCount;
  return (
    <section aria-labelledby={`bed_${ring}`} class="bed">
      <h2 id={`bed_${ring}`}>{words}</h2>
      {!plants[0]?.tie.let_go_at && (
        <p class="soft small">
          {isFiltered ? "" : `${plants.length} of ${room} · `}
          {every}
        </p>
      )}
      {!isFiltered && isOverfull(ring, plants.length) && <Overfull ring={ring} />}
      {ring === "wide" && plants.length > room && (
        <p class="small">More people than anyone can keep up with. Letting some go is fine.</p>
      )}
      <ul class="plants">
        {plants.slice(0, shownCount).map((plant) => (
          <li key={plant.person.id}>
            <PlantLink plant={plant} />
          </li>
        ))}
      </ul>
      {further > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => setShownCount(shownCount + SHOWN_AT_ONCE)}
        >
          Show {Math.min(further, SHOWN_AT_ONCE)} of {further} more
        </button>
      )}
    </section>
  );
}

function PlantLink({ plant: { person, name, warm } }: { plant: GardenPlant }) {
  return (
    <Link href={`/people/${person.id}`} class="planted">
      <Plant state={warm.state} isNamed />
      <strong>{name}</strong>
      <span class="soft small">
        {stateWords[warm.state]}
        <span aria-hidden="true"> · {warm.warmth}</span>
        <span class="visually_hidden">, warmth {warm.warmth}</span>
      </span>
    </Link>
  );
}

function Overfull({ ring }: { ring: Bed["ring"] }) {
  const [isAsking, setAsking] = useState(false);
  const members = useMembers();
  if (!isAsking || !members)
    return (
      <button type="button" class="button" onClick={() => setAsking(true)}>
        Choose who moves out
      </button>
    );
  return <MoveOut ring={ring} members={members} coming={null} close={() => setAsking(false)} />;
}
