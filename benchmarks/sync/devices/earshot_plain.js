/** Earshot without compression, as the peers send: what the machine's loopback favours, and no phone. */

import { openDevice as openEarshotDevice } from "./earshot.js";

/** Open a device that neither packs what it sends nor asks for packed news. */
export function openDevice(address, name) {
  return openEarshotDevice(address, name, false);
}
