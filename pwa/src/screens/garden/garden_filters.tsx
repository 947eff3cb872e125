/** The filter and the order of the garden. */

import type { TieState } from "../../domain/warmth/plant_state";
import { stateWords } from "../../ui/plant";
import type { GardenFilter, GardenOrder } from "./plants";

const states: TieState[] = ["seedling", "growing", "thirsty", "wilting", "dormant", "let_go"];
const orders: [GardenOrder, string][] = [
  ["name", "By name"],
  ["warmest", "Warmest first"],
  ["coldest", "Coldest first"],
];

interface GardenFiltersProps {
  filter: GardenFilter;
  setFilter: (filter: GardenFilter) => void;
  order: GardenOrder;
  setOrder: (order: GardenOrder) => void;
  counts: Map<GardenFilter, number>;
}

/** Show the choices of a state and of an order. */
export function GardenFilters({ filter, setFilter, order, setOrder, counts }: GardenFiltersProps) {
  const shown: GardenFilter[] = ["all", ...states.filter((state) => counts.get(state))];
  return (
    <div class="garden_look">
      <fieldset class="chips">
        <legend class="visually_hidden">Show</legend>
        {shown.map((state) => (
          <label key={state} class="chip">
            <input
              type="radio"
              name="garden_filter"
              checked={filter === state}
              onChange={() => setFilter(state)}
            />
            {state === "all" ? "All" : stateWords[state]}
          </label>
        ))}
      </fieldset>
      <label class="choice small">
        <span class="visually_hidden">Order</span>
        <select
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value as GardenOrder)}
        >
          {orders.map(([value, words]) => (
            <option key={value} value={value} selected={value === order}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
