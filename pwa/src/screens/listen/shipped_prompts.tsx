/** The shipped prompts, by family, each with a switch. */

import { families } from "../../domain/prompts/prompt";
import { type Wording, wordings } from "../../domain/prompts/wordings";
import { familyLabels } from "./family_words";
import { switchPrompt } from "./prompt_choices";

/** Show the shipped prompts; those switched off are never shown before a conversation. */
export function ShippedPrompts({ off }: { off: Set<string> }) {
  return families.map((family) => (
    <section key={family} class="stack" aria-labelledby={`family_${family}`}>
      <h2 id={`family_${family}`}>{familyLabels[family]}</h2>
      <ul class="rows">
        {wordings
          .filter((wording) => wording.family === family)
          .map((wording) => (
            <Shipped key={wording.id} wording={wording} isOff={off.has(wording.id)} />
          ))}
      </ul>
    </section>
  ));
}

function Shipped({ wording, isOff }: { wording: Wording; isOff: boolean }) {
  const { id, text } = wording;
  return (
    <li>
      <label class="prompt_row">
        <span class="quote">{text}</span>
        <input
          type="checkbox"
          checked={!isOff}
          onChange={(event) => switchPrompt(id, event.currentTarget.checked ? "on" : "off")}
        />
      </label>
    </li>
  );
}
