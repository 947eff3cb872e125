/** The garden: the people of all rings as plants, each with how the tie is doing. */
import "./garden.css";
import { useMemo, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { allTies, tieTopics } from "../../data/ties";
import { countInWords } from "../../data/words";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { useListKeys } from "../../ui/list_keys";
import { GardenBed } from "./garden_bed";
import { GardenFilters } from "./garden_filters";
import { MonthlySuggestion } from "./monthly_suggestion";
import {
  bedsOf,
  countStates,
  type GardenFilter,
  type GardenOrder,
  type GardenPlant,
  toPlant,
} from "./plants";

/** Show the garden. */
export function GardenScreen() {
  const { value: ties, error } = useLive(allTies, tieTopics, []);
  const plants = useMemo(() => ties?.map(toPlant), [ties]);
  return (
    <div class="pane">
      <div class="stack garden">
        <h1>Garden</h1>
        {plants ? <Grown plants={plants} /> : error ? <ReadingFailed /> : <Skeleton />}
      </div>
    </div>
  );
}

function Grown({ plants }: { plants: GardenPlant[] }) {
  const [filter, setFilter] = useState<GardenFilter>("all");
  const [order, setOrder] = useState<GardenOrder>("name");
  const counts = useMemo(() => countStates(plants), [plants]);
  const beds = useMemo(() => bedsOf(plants, filter, order), [plants, filter, order]);
  useGardenKeys();
  if (plants.length === 0) return <NothingPlanted />;
  const count = beds.reduce((sum, bed) => sum + bed.plants.length, 0);
  return (
    <>
      <MonthlySuggestion plants={plants} />
      <GardenFilters {...{ filter, setFilter, order, setOrder, counts }} />
      <p class="visually_hidden" role="status">
        {countInWords("person", count)}
      </p>
      {count === 0 && <p class="soft">Nobody matches this filter.</p>}
      {beds.map((bed) => (
        <GardenBed key={bed.ring} bed={bed} isFiltered={filter !== "all"} />
      ))}
    </>
  );
}

/** Move from plant to plant by keys; the current one is the one that has the focus. */
function useGardenKeys(): void {
  useListKeys({
    noun: "plant",
    items: () => [...document.querySelectorAll<HTMLElement>(".planted")],
    isCurrent: (plant) => plant === document.activeElement,
    open: (plant) => plant.focus(),
  });
}

function NothingPlanted() {
  return (
    <Empty title="Nothing planted yet">
      <p>Everyone you meet grows here. Staying in touch is the water.</p>
      <Link class="button primary" href="/note">
        Write a quick note
      </Link>
    </Empty>
  );
}
