/** The keys of the garden. */
import { useKeys } from "../../ui/keys";

/** Let keys move from plant to plant. */
export function useGardenKeys(): void {
  useKeys({
    j: { does: "Next plant", run: () => step(1) },
    k: { does: "Plant before", run: () => step(-1) },
  });
}

function step(by: number): void {
  const plants = [...document.querySelectorAll<HTMLElement>(".planted")];
  const at = plants.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 && by < 0 ? 0 : at + by;
  plants[Math.max(0, Math.min(plants.length - 1, next))]?.focus();
}
