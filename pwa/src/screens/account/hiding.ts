/** Whether everything is covered when the app is left: a choice that follows the person to every device. */
import { useEffect } from "preact/hooks";
import { useSetting } from "../../data/settings";

export type Hiding = "off" | "on";

/** Give the choice, and the way to change it. */
export function useHiding(): [Hiding | undefined, (hiding: Hiding) => Promise<void>] {
  return useSetting<Hiding>("hide_when_left", ["off", "on"]);
}

/** Let the cover fall as was chosen, now and whenever that changes. */
export function useHidingInForce(): void {
  const [hiding] = useHiding();
  useEffect(() => {
    if (hiding !== "on") return;
    const watching = import("./cover").then(({ coverWhenLeft }) => coverWhenLeft());
    return () => void watching.then((stop) => stop());
  }, [hiding]);
}
