/** The choice between the two orders of the list. */
import type { PeopleOrder } from "./people_order";

const orders: [PeopleOrder, string][] = [
  ["name", "Name"],
  ["last_met", "Last met"],
];

/** Let the order of the list be chosen. */
export function OrderChoice({
  order,
  choose,
}: {
  order: PeopleOrder;
  choose: (order: PeopleOrder) => void;
}) {
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
