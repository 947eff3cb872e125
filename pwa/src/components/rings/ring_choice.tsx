/** The choice of a ring for one person; where it is full, somebody else moves out, or nobody does. */
import "./rings.css";
import { useRef, useState } from "preact/hooks";
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import { factsOf, isFull, ringOf, rings } from "../../domain/warmth/rings";
import type { Ring } from "../../domain/warmth/tie";
import { say } from "../../ui/toast";
import { type Members, membersOfRings, moveTo } from "./members";
import { MoveOut } from "./move_out";

/** Let the ring of a person be chosen. */
export function RingChoice({ person }: { person: Saved<"person"> }) {
  const [wanted, setWanted] = useState<{ ring: Ring; members: Members }>();
  const choice = useRef<HTMLFieldSetElement>(null);
  const current = ringOf(person.body);
  const settle = () => {
    setWanted(undefined);
    choice.current?.querySelector<HTMLElement>(":checked")?.focus();
  };
  const choose = async (ring: Ring) => {
    if (ring === current) return setWanted(undefined);
    const members = await membersOfRings();
    if (isFull(ring, members[ring].length)) return setWanted({ ring, members });
    setWanted(undefined);
    const undo = await moveTo(ring, person);
    say(`${nameOf(person.body)} stands in ${factsOf(ring).words}.`, { undo });
  };
  return (
    <>
      <fieldset ref={choice} class="ring_choice">
        <legend class="soft small">Ring: {factsOf(current).every}</legend>
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
      {wanted && <MoveOut key={wanted.ring} {...wanted} coming={person} close={settle} />}
    </>
  );
}
