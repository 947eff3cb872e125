/** Says who a person is, beside their name. */

import type { Saved } from "../../data/queries";

/** Say in a few words who a person is, beside their name. */
export function context({ body }: Saved<"person">): string {
  const place = [body.role, body.organisation].filter(Boolean).join(", ");
  return [place, body.traits].filter(Boolean).join(" · ");
}
