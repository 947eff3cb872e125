/** Light, dark or the system's theme: a setting that follows the user to every device. */
import { useEffect } from "preact/hooks";
import { useSetting } from "../../data/settings";

type Theme = "system" | "light" | "dark";

const THEMES = ["system", "light", "dark"] as const;
const LABELS: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** Apply the theme to the page, now and whenever it changes. */
export function useAppliedTheme(): void {
  const [theme] = useSetting<Theme>("theme", THEMES);
  useEffect(() => {
    if (theme === undefined) return;
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}

/** Show the choice of a theme. */
export function ThemeSection() {
  const [chosen, choose] = useSetting<Theme>("theme", THEMES);
  return (
    <section class="card stack" aria-labelledby="theme">
      <h2 id="theme">Light or dark</h2>
      <fieldset class="segments" aria-labelledby="theme">
        {THEMES.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={chosen === theme}
              onChange={() => choose(theme)}
            />
            {LABELS[theme]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
