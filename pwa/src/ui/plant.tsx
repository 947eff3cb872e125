/** The plant that shows how a relationship is doing, and the word for it. */
import "./plant.css";
import type { TieState } from "../domain/warmth/plant_state";

/** What each state is called. */
export const stateWords: Record<TieState, string> = {
  seedling: "Seedling",
  growing: "Growing",
  thirsty: "Thirsty",
  wilting: "Wilting",
  dormant: "Dormant",
  let_go: "Let go",
};

const soil = "M7 28h18";
const drawings: Record<TieState, { stem: string; leaves: string[] }> = {
  seedling: {
    stem: `${soil}M16 28V16`,
    leaves: ["M16 16c-.5-6-4-8-10-8 .3 6 4 9 10 8Z", "M16 18c.5-6 4-8 10-8-.3 6-4 9-10 8Z"],
  },
  growing: {
    stem: `${soil}M16 28V9`,
    leaves: [
      "M16 10c-2-2-2-5 0-7 2 2 2 5 0 7Z",
      "M16 16c-.5-4-3-6-8-6 .3 4 3 7 8 6Z",
      "M16 16c.5-4 3-6 8-6-.3 4-3 7-8 6Z",
      "M16 24c-.5-4-3-5-7-5 .3 4 3 6 7 5Z",
      "M16 24c.5-4 3-5 7-5-.3 4-3 6-7 5Z",
    ],
  },
  thirsty: {
    stem: `${soil}M16 28V8`,
    leaves: [
      "M16 10c-4-2-8 0-9 5 5 1 8-1 9-5Z",
      "M16 10c4-2 8 0 9 5-5 1-8-1-9-5Z",
      "M16 19c-3-1-6 .5-7 5 4 .5 6-1.500 7-5Z",
    ],
  },
  wilting: {
    stem: `${soil}M15 28c0-9 0-16 4-18 3-1 5 0 5 4`,
    leaves: ["M24 14c-3 3-3 7 0 10 2.500-3 2.500-7 0-10Z", "M15 18c-4 0-6 3-6 8 4-1 6-4 6-8Z"],
  },
  dormant: {
    stem: "M5 14h7M20 14h7M16 14v-4",
    leaves: ["M16 14c-6 2-7 6-7 8 0 4 3 6 7 6s7-2 7-6c0-2-1-6-7-8Z"],
  },
  let_go: {
    stem: "M8 27 18 14M18 14c-4-1-6-4-6-8M18 14c0-4 1-7 4-9M18 14c2-3 5-5 9-4M18 14c4-1 7 1 9 4",
    leaves: ["M8 27c-1-2 0-4 2-4 1 2 0 4-2 4Z"],
  },
};

/**
 * Draw the plant of a state.
 * @param isNamed - whether the word is shown beside it; otherwise screen readers read it from here
 */
export function Plant({ state, isNamed = false }: { state: TieState; isNamed?: boolean }) {
  const { stem, leaves } = drawings[state];
  return (
    <svg
      class={`plant ${state}`}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      role="img"
      aria-label={stateWords[state]}
      aria-hidden={isNamed}
    >
      <path d={stem} />
      {leaves.map((leaf) => (
        <path key={leaf} d={leaf} class="leaf" />
      ))}
    </svg>
  );
}
