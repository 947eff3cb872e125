/** How the ties to some people are doing, for whoever has to choose among them. */
import { useLive } from "../../data/live";
import type { Saved } from "../../data/queries";
import { tieTopics, tieWith } from "../../data/ties";
import { type State, warmth } from "../../domain/warmth/warmth";

/** Follow the states of these people, by id; nothing until they are read. */
export function useStates(people: Saved<"person">[]): Map<string, State> | undefined {
  const ids = people.map(({ id }) => id);
  return useLive(() => read(ids), tieTopics, [ids.join()]).value;
}

async function read(ids: string[]): Promise<Map<string, State>> {
  const ties = await Promise.all(ids.map(tieWith));
  const states = ties.map((tie) => tie && warmth(tie, Date.now()).state);
  return new Map(ids.flatMap((id, at) => (states[at] ? [[id, states[at]]] : [])));
}
