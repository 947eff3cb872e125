/** The people of each ring, how their ties are doing, and moves between rings. Whoever was let go takes no room. */
import { useLive } from "../../data/live";
import type { Undo } from "../../data/note_records";
import { people, type Saved } from "../../data/queries";
import { tieTopics, tieWith } from "../../data/ties";
import { write } from "../../data/write";
import type { TieState } from "../../domain/warmth/plant_state";
import { nextOut, ringOf, rings } from "../../domain/warmth/rings";
import type { Ring } from "../../domain/warmth/tie";
import { warmth } from "../../domain/warmth/warmth";

type SavedPerson = Saved<"person">;

/** The people of each ring. */
export type Members = Record<Ring, SavedPerson[]>;

/** Read the people of all rings. */
export async function membersOfRings(): Promise<Members> {
  const present = (await people()).filter(({ body }) => !body.let_go_at);
  const inRing = ({ ring }: { ring: Ring }) => [
    ring,
    present.filter(({ body }) => ringOf(body) === ring),
  ];
  return Object.fromEntries(rings.map(inRing)) as Members;
}

/** Read the people of all rings and follow changes; undefined until they are read. */
export function useMembers(): Members | undefined {
  return useLive(membersOfRings, ["person"], []).value;
}

/** Read the states of these people's ties, by id, and follow changes; undefined until they are read. */
export function useStates(members: SavedPerson[]): Map<string, TieState> | undefined {
  const ids = members.map(({ id }) => id);
  return useLive(() => statesOf(ids), tieTopics, [ids.join()]).value;
}

/**
 * Put somebody into a ring.
 *
 * @returns what undoes it
 */
export async function moveToRing(ring: Ring, { id, body }: SavedPerson): Promise<Undo> {
  await write({ kind: "person", id, set: { ring } });
  return () => write({ kind: "person", id, set: { ring: body.ring } });
}

/**
 * Move somebody out of a ring, to the next one with room, and another person in, if any.
 *
 * @returns the ring moved to, and what undoes both moves
 */
export async function moveOut(
  out: SavedPerson,
  members: Members,
  coming: SavedPerson | null,
): Promise<{ to: Ring; undo: Undo }> {
  const from = ringOf(out.body);
  const counts = Object.fromEntries(rings.map(({ ring }) => [ring, members[ring].length]));
  const to = nextOut(from, counts as Record<Ring, number>);
  const moves = [{ person: out, ring: to }, ...(coming ? [{ person: coming, ring: from }] : [])];
  const set = (ringAfter: (move: { person: SavedPerson; ring: Ring }) => Ring | null) =>
    write(
      ...moves.map(
        (move) => ({ kind: "person", id: move.person.id, set: { ring: ringAfter(move) } }) as const,
      ),
    );
  await set(({ ring }) => ring);
  return { to, undo: () => set(({ person }) => person.body.ring) };
}

async function statesOf(ids: string[]): Promise<Map<string, TieState>> {
  const ties = await Promise.all(ids.map(tieWith));
  const states = ties.map((tie) => tie && warmth(tie, Date.now()).state);
  return new Map(ids.flatMap((id, at) => (states[at] ? [[id, states[at]]] : [])));
}
