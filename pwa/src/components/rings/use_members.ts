/** The people of all rings, kept as they are now. */
import { useLive } from "../../data/live";
import { type Members, membersOfRings } from "./ring_members";

/** Follow who stands in which ring; nothing until it is read. */
export function useMembers(): Members | undefined {
  return useLive(membersOfRings, ["person"], []).value;
}
