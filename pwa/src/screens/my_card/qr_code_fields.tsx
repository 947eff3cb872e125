/** The choice of what goes into the code of the own card. */
import { fieldTitle } from "../../data/words";
import type { VcardPerson } from "../../domain/vcard/vcard_person";
import { writeVcard } from "../../domain/vcard/write_vcard";
import type { MyCard } from "./my_card";
import { type Density, densityOf } from "./qr_code";
import { type Choices, type Choosable, choosable } from "./qr_code_text";

const DENSITIES: Record<Density, string> = {
  light: "Compact code: quick to scan.",
  dense: "Dense code: leave something out and it scans faster.",
  too_much: "Too much for one code. Leave something out.",
};

interface Props {
  card: MyCard;
  choices: Choices;
  facts: VcardPerson;
}

/** Show a choice for each field that isn't empty; the name always goes into the code. */
export function VcardCodeFields({ card, choices, facts }: Props) {
  const filled = choosable.filter((field) => card.body[field].length > 0);
  const density = densityOf(writeVcard(facts));
  return (
    <section class="card stack" aria-labelledby="code_fields">
      <h2 id="code_fields">In my code</h2>
      {filled.length === 0 && <p class="soft">Your name. What you add above can go in too.</p>}
      <div class="chips">
        {filled.map((field) => (
          <Choice key={field} label={fieldTitle("person", field)} choice={choices[field]} />
        ))}
      </div>
      <p class={density === "light" ? "soft small" : "small"} role="status">
        {DENSITIES[density]}
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
