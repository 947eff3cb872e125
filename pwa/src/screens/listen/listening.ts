/** A talk that is begun: the id that its card will have, the event it is at, and with whom it is. */

import type { Whom } from "../../components/person_picker/whom";

export interface Talk {
  card_id: string;
  event_id: string | null;
  whom: Whom[];
}
