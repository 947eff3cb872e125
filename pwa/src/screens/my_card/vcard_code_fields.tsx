/** What of the own card goes into its code: a choice for each field that is not empty. */
import { fieldTitle } from "../../data/field_words";
import type { VcardPerson } from "../../domain/vcard/vcard_person";
import { writeVcard } from "../../domain/vcard/write_vcard";
import type { MyCard } from "./my_card";
import { type Density, densityOf } from "./vcard_code";
import { type Choices, type Choosable, choosable } from "./vcard_code_text";

const densities: Record<Density, string> = {
  light: "The code is small: cameras read it at once.",
  dense: "The code is dense. With less in it cameras read it sooner.",
  too_much: "This is too much for one code. Leave something out.",
};

interface Props {
  card: MyCard;
  choices: Choices;
  facts: VcardPerson;
}

/** Let the user choose what goes into the code; the name always does. */
export function VcardCodeFields({ card, choices, facts }: Props) {
  const filled = choosable.filter((field) => card.body[field].length > 0);
  const density = densityOf(writeVcard(facts));
  return (
    <section class="card stack" aria-labelledby="in_the_code">
      <h2 id="in_the_code">In my code</h2>
      {filled.length === 0 && <p class="soft">Your name. What you add above can go in as well.</p>}
      <div class="chips">
        {filled.map((field) => (
          <Choice key={field} label={fieldTitle("person", field)} choice={choices[field]} />
        ))}
      </div>
      <p class={density === "light" ? "soft small" : "small"} role="status">
        {densities[density]}
      </p>
    </section>
  );
}

function Choice({ label, choice }: { label: string; choice: Choices[Choosable] }) {
  const [value, choose] = choice;
  const isShown = value === "shown";
  return (
    <label class="chip">
      <input
        type="checkbox"
        checked={isShown}
        onChange={() => choose(isShown ? "left_out" : "shown")}
      />
      {label}
    </label>
  );
}
