/** The prompts that ship, by family, each with where its idea is from and a switch. */

import { families } from "../../domain/prompts/prompt";
import { type Wording, wordings } from "../../domain/prompts/wordings";
import { familyWords } from "./family_words";
import { switchPrompt } from "./prompt_choices";

/** List the shipped prompts; those switched off are not shown before a talk. */
export function ShippedPrompts({ off }: { off: Set<string> }) {
  return families.map((family) => (
    <section key={family} class="stack" aria-labelledby={`family_${family}`}>
      <h2 id={`family_${family}`}>{familyWords[family]}</h2>
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
  const { id, text, source } = wording;
  return (
    <li>
      <label class="prompt_row">
        <span>
          <span class="quote">{text}</span>
          <span class="small soft">{source}</span>
        </span>
        <input
          type="checkbox"
          checked={!isOff}
          onChange={(event) => switchPrompt(id, event.currentTarget.checked ? "on" : "off")}
        />
      </label>
    </li>
  );
}
