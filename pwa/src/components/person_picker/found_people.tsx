/** Those whom a search found, as a list to choose from. */

import type { PickedPerson } from "./picked_person";

interface Props {
  found: PickedPerson[];
  isAsked: boolean;
  onChoose: (whom: PickedPerson) => void;
}

/** List those found, and say how many they are to whoever does not see them. */
export function FoundPeople({ found, isAsked, onChoose }: Props) {
  const nobody = isAsked ? "Nobody found." : "";
  return (
    <>
      <p class={found.length > 0 ? "visually_hidden" : "small soft"} role="status">
        {found.length > 0 ? `${found.length} found` : nobody}
      </p>
      {found.length > 0 && (
        <ul class="rows known" aria-label="People found">
          {found.map((whom) => (
            <li key={whom.person_id}>
              <button type="button" class="row" onClick={() => onChoose(whom)}>
                <strong>{whom.name}</strong>
                <span>{whom.context}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
