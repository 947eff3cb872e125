/** The plant in a row of the list, read only for rows on the screen. */
import "./tie.css";
import { useLive } from "../records/live";
import { tieTopics, tieWith } from "../records/ties";
import { Plant } from "../ui/plant";
import { warmth } from "../warmth/warmth";

/** Show how the tie to a person is doing, as soon as it is read. */
export function RowPlant({ personId }: { personId: string }) {
  const { value: tie } = useLive(() => tieWith(personId), tieTopics, [personId]);
  return tie ? <Plant state={warmth(tie, Date.now()).state} /> : null;
}
