/**
 * Puts two devices of one contestant through the work, and says after each phase what it took.
 * Before each phase it says `ready` and waits for a line, so that whoever reads can look at the server first.
 */

import { subscribe } from "node:diagnostics_channel";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { makeNotes } from "./notes.js";

const [contestant, address, noteCount, repeats] = process.argv.slice(2);
const { openDevice } = await import(`./${contestant}.js`);
const sockets = new Set();
subscribe("net.client.socket", ({ socket }) => sockets.add(socket));

const signals = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const notes = makeNotes(Number(noteCount));
const phone = await openDevice(address, "phone");
const laptop = await openDevice(address, "laptop");
await phone.write(notes);

await phase("up", 1, () => phone.push());
await phase("down", 1, () => laptop.pull());
await mustHold(laptop, notes);
await phone.sync();
const later = makeNotes(Number(repeats), 2);
await phase("one", later.length, async (turn) => {
  await phone.write([later[turn]]);
  await phone.push();
  await laptop.pull();
});
await mustHold(laptop, [...notes, ...later]);
await phone.sync();
await phase("idle", Number(repeats), () => phone.sync());
process.exit();

/** Run the work `times` times after the next signal; return its median time and what went over the wire in all. */
async function phase(name, times, work) {
  console.log("ready");
  await signals.next();
  const before = wireBytes();
  const took = [];
  for (let turn = 0; turn < times; turn += 1) {
    // Nobody writes twice within a millisecond, which is as fine as Actual's clock goes.
    await pause(2);
    const begun = performance.now();
    await work(turn);
    took.push(performance.now() - begun);
  }
  const after = wireBytes();
  const bytes = { up: after.up - before.up, down: after.down - before.down };
  console.log(JSON.stringify({ name, times, ms: median(took), ...bytes }));
}

async function mustHold(device, expected) {
  for (const note of expected) {
    const fields = await device.read(note.id);
    if (fields?.notes !== note.fields.notes || fields?.problem !== note.fields.problem) {
      throw new Error(`${contestant}: the ${device.name} lacks note ${note.id}`);
    }
  }
}

function wireBytes() {
  let up = 0;
  let down = 0;
  for (const socket of sockets) {
    up += socket.bytesWritten;
    down += socket.bytesRead;
  }
  return { up, down };
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
