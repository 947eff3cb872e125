/** Actual at its quickest: a message for each note, at the price of merging whole notes only. */

import { openDevice as openActualDevice } from "./actual.js";

/** Open a device whose notes travel whole. */
export function openDevice(address, name) {
  return openActualDevice(address, name, ({ id, fields }) => [
    { row: id, column: "body", value: JSON.stringify(fields) },
  ]);
}
