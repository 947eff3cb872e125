/** The choice between light and dark. */
import { type Theme, useTheme } from "./theme";

const themes: [Theme, string][] = [
  ["system", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** Let the theme be chosen. */
export function ThemeSection() {
  const [chosen, choose] = useTheme();
  return (
    <section class="card stack" aria-labelledby="theme">
      <h2 id="theme">Light or dark</h2>
      <fieldset class="segments" aria-labelledby="theme">
        {themes.map(([theme, label]) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={chosen === theme}
              onChange={() => choose(theme)}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
