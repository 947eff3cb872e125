/** The choice to have everything covered when the app is left. */
import { type Hiding, useHiding } from "./hiding";

const choices: [Hiding, string][] = [
  ["off", "Off"],
  ["on", "On"],
];

/** Let the covering be switched. */
export function HidingSection() {
  const [chosen, choose] = useHiding();
  return (
    <section class="card stack" aria-labelledby="hiding">
      <h2 id="hiding">Hide the card when I leave the app</h2>
      <p>
        Names and notes are covered before your phone takes its picture of the app. One tap brings
        them back as they were.
      </p>
      <fieldset class="segments" aria-labelledby="hiding">
        {choices.map(([hiding, label]) => (
          <label key={hiding}>
            <input
              type="radio"
              name="hiding"
              checked={chosen === hiding}
              onChange={() => choose(hiding)}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
