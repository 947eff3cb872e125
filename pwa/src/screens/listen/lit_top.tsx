/** The top of a talk's screen while it is lit: the way out without a card, and keeping the screen on. */

import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { AwakeChoice } from "./awake";

/** Show the way out, and the choice to keep the screen on. */
export function LitTop() {
  return (
    <>
      <Link href="/" replace class="button quiet icon_only" aria-label="Leave without a card">
        <Icon name="close" />
      </Link>
      <AwakeChoice />
    </>
  );
}
