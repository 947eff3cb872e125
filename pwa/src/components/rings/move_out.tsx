/** The question that a full ring asks: who moves out, if anybody. */
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import { ringFactsOf } from "../../domain/warmth/rings";
import type { Ring } from "../../domain/warmth/tie";
import { Confirm } from "../../ui/dialog";
import { Plant, stateWords } from "../../ui/plant";
import { showToast } from "../../ui/toast";
import { type Members, moveOut, useStates } from "./ring_members";

interface MoveOutProps {
  ring: Ring;
  members: Members;
  /** The person who moves in; null where the ring only holds too many. */
  coming: Saved<"person"> | null;
  close: () => void;
}

/** Show the choice of who moves out of a ring; nobody has to. */
export function MoveOut({ ring, members, coming, close }: MoveOutProps) {
  const { words, room } = ringFactsOf(ring);
  const inside = members[ring];
  const states = useStates(inside);
  const choose = async (out: Saved<"person">) => {
    close();
    const { to, undo } = await moveOut(out, members, coming);
    showToast(`${nameOf(out.body)} is now in your ${ringFactsOf(to).words} ring.`, { undo });
  };
  return (
    <Confirm>
      <p>
        {words} has room for {room}. Who moves out
        {coming ? ` to make room for ${nameOf(coming.body)}` : ""}?
      </p>
      <div class="chips">
        {inside.map((person) => {
          const state = states?.get(person.id);
          return (
            <button key={person.id} type="button" class="chip" onClick={() => choose(person)}>
              {state && <Plant state={state} isNamed />}
              {nameOf(person.body)}
              {state && <span class="small">{stateWords[state].toLowerCase()}</span>}
            </button>
          );
        })}
      </div>
      <button type="button" class="button" onClick={close}>
        Nobody, leave it as it is
      </button>
    </Confirm>
  );
}
