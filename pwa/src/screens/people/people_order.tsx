/** The two orders of the list of people, and the choice between them. */
import type { PersonRecord } from "../../data/kinds.gen";

export type PeopleOrder = "name" | "last_met";

interface ListedPerson {
  id: string;
  body: PersonRecord;
}

/**
 * Sort people for the list.
 *
 * @param byName - the people as the database returns them, sorted by name
 * @param met - when each person was last met, by id; where it is unknown, the moment of capture counts
 */
export function sortPeople<P extends ListedPerson>(
  byName: P[],
  order: PeopleOrder,
  met: Map<string, string>,
): P[] {
  if (order === "name") return byName;
  const metAt = ({ id, body }: P) => met.get(id) ?? body.captured_at ?? "";
  return byName.toSorted((a, b) => (metAt(a) < metAt(b) ? 1 : metAt(a) > metAt(b) ? -1 : 0));
}

const orders: [PeopleOrder, string][] = [
  ["name", "Name"],
  ["last_met", "Last met"],
];

interface OrderChoiceProps {
  order: PeopleOrder;
  choose: (order: PeopleOrder) => void;
}

/** Show the choice of the list's order. */
export function OrderChoice({ order, choose }: OrderChoiceProps) {
  return (
    <fieldset class="segments">
      <legend class="visually_hidden">Order</legend>
      {orders.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name="people_order"
            checked={order === value}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
