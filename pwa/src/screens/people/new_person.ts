/** The way to a new person, who begins to exist with the first letter typed. */
import { newId } from "../../data/ids";
import { go } from "../../ui/router";

/** Open the page of somebody new, with the name ready to be typed. */
export function openNewPerson(): void {
  go(`/people/${newId()}?new`);
}
