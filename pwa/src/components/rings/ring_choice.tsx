/** The choice of a ring for one person; a full ring asks who moves out. */
import "./rings.css";
import { useRef, useState } from "preact/hooks";
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import { isFull, ringFactsOf, ringOf, rings } from "../../domain/warmth/rings";
import type { Ring } from "../../domain/warmth/tie";
import { showToast } from "../../ui/toast";
import { MoveOut } from "./move_out";
import { type Members, membersOfRings, moveToRing } from "./ring_members";

/** Show the choice of a ring for a person. */
export function RingChoice({ person }: { person: Saved<"person"> }) {
  const [wanted, setWanted] = useState<{ ring: Ring; members: Members }>();
  const choice = useRef<HTMLFieldSetElement>(null);
  const current = ringOf(person.body);
  const close = () => {
    setWanted(undefined);
    choice.current?.querySelector<HTMLElement>(":checked")?.focus();
  };
  const choose = async (ring: Ring) => {
    if (ring === current) return setWanted(undefined);
    const members = await membersOfRings();
    if (isFull(ring, members[ring].length)) return setWanted({ ring, members });
    setWanted(undefined);
    const undo = await moveToRing(ring, person);
    showToast(`${nameOf(person.body)} is now in your ${ringFactsOf(ring).words} ring.`, { undo });
  };
  return (
    <>
      <fieldset ref={choice} class="ring_choice">
        <legend class="soft small">Ring: {ringFactsOf(current).every}</legend>
        <div class="segments">
          {rings.map(({ ring, words }) => (
            <label key={ring}>
              <input
                type="radio"
                name="ring"
                checked={(wanted?.ring ?? current) === ring}
                onChange={() => choose(ring)}
              />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      {wanted && <MoveOut key={wanted.ring} {...wanted} coming={person} close={close} />}
    </>
  );
}
