/** The way to a new person, who begins to exist with the first letter typed. */
import { newId } from "../records/ids";
import { go } from "../ui/route";

/** Open the page of somebody new, with the name ready to be typed. */
export function openNewPerson(): void {
  go(`/people/${newId()}?new`);
}
