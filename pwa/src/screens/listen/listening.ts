/** A talk that is begun: the id that its card will have, the event it is at, and with whom it is. */

import type { PickedPerson } from "../../components/person_picker/picked_person";

export interface Listening {
  card_id: string;
  event_id: string | null;
  whom: PickedPerson[];
}
