/** Who stands in which ring, and how somebody moves between them. Whoever was let go takes no room. */
import type { Undo } from "../../data/note_records";
import { people, type Saved } from "../../data/queries";
import { write } from "../../data/write";
import { nextOut, ringOf, rings } from "../../domain/warmth/rings";
import type { Ring } from "../../domain/warmth/tie";

type SavedPerson = Saved<"person">;

export type Members = Record<Ring, SavedPerson[]>;

/** Give the people of all rings. */
export async function membersOfRings(): Promise<Members> {
  const present = (await people()).filter(({ body }) => !body.let_go_at);
  const inRing = ({ ring }: { ring: Ring }) => [
    ring,
    present.filter(({ body }) => ringOf(body) === ring),
  ];
  return Object.fromEntries(rings.map(inRing)) as Members;
}

/** Put somebody into a ring; gives what takes it back. */
export async function moveToRing(ring: Ring, { id, body }: SavedPerson): Promise<Undo> {
  await write({ kind: "person", id, set: { ring } });
  return () => write({ kind: "person", id, set: { ring: body.ring } });
}

/** Move somebody out of a ring, to the next with room, and another in, if any; gives what takes both back. */
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
