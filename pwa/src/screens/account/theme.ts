/** Light, dark, or as the system has it: a choice that follows the person to every device. */
import { useEffect } from "preact/hooks";
import { useSetting } from "../../data/settings";

export type Theme = "system" | "light" | "dark";

/** Give the theme chosen, and the way to choose another. */
export function useTheme(): [Theme | undefined, (theme: Theme) => Promise<void>] {
  return useSetting<Theme>("theme", ["system", "light", "dark"]);
}

/** Let the page look as was chosen, now and whenever that changes. */
export function useThemeInForce(): void {
  const [theme] = useTheme();
  useEffect(() => {
    if (theme === undefined) return;
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
