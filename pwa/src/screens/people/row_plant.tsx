/** The plant in a row of the list, read only for rows that stay on the screen. */
import "./tie.css";
import { useEffect, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { tieTopics, tieWith } from "../../data/ties";
import { warmth } from "../../domain/warmth/warmth";
import { Plant } from "../../ui/plant";

/** Names come first, and rows that are scrolled past are not read at all. */
const STAYS_MS = 100;

/** Show how the tie to a person is doing, once the row stays. */
export function RowPlant({ personId }: { personId: string }) {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStays(true), STAYS_MS);
    return () => clearTimeout(timer);
  }, []);
  return stays ? <ReadPlant personId={personId} /> : null;
}

function ReadPlant({ personId }: { personId: string }) {
  const { value: tie } = useLive(() => tieWith(personId), tieTopics, [personId]);
  return tie ? <Plant state={warmth(tie, Date.now()).state} /> : null;
}
