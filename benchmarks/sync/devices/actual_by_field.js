/** Actual as its own app uses it: a message for each field of a note. */

import { openDevice as openActualDevice } from "./actual.js";

/** Open a device whose notes travel field by field. */
export function openDevice(address, name) {
  return openActualDevice(address, name, ({ id, fields }) =>
    Object.entries(fields).map(([column, value]) => ({
      row: id,
      column,
      value: JSON.stringify(value),
    })),
  );
}
