/** Makes the notes that every contestant carries: believable conversations of about 600 bytes, the same in each run. */

const WORDS = `audit budget invoice hiring onboarding churn pricing roadmap vendor contract release outage
  backup migration team board investor customer support deadline conference talk workshop number deck
  intro coffee friday monday next week after before again never always drowning stuck looking waiting
  send call ask meet read write climb sail cook garden run paint her his their our the a of to with`.split(
  /\s+/,
);

/** Return `count` notes, each an id and the fields of a conversation; `salt` makes other notes. */
export function makeNotes(count, salt = 1) {
  const draw = drawFrom(salt);
  return Array.from({ length: count }, (_, position) => makeNote(draw, salt, position));
}

function makeNote(draw, salt, position) {
  const made = Date.UTC(2025 + salt, 0, 1) + position * 60_000;
  const moment = new Date(made).toISOString();
  return {
    id: makeId(draw, made),
    fields: {
      person_ids: [makeId(draw, made)],
      event_id: makeId(draw, made),
      channel: "in_person",
      begun_by: draw() < 0.5 ? "me" : "them",
      captured_at: moment,
      happened_at: moment,
      who: say(draw, 3),
      problem: say(draw, 10),
      promise: say(draw, 6),
      promise_due_on: moment.slice(0, 10),
      notes: say(draw, 22),
    },
  };
}

/** As the app does: ids sort by the moment at which they were made (UUIDv7). */
function makeId(draw, made) {
  const digits = Array.from({ length: 19 }, () => Math.floor(draw() * 16).toString(16)).join("");
  const moment = made.toString(16).padStart(12, "0");
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}

function say(draw, count) {
  return Array.from({ length: count }, () => WORDS[Math.floor(draw() * WORDS.length)]).join(" ");
}

// Mulberry32, public domain by Tommy Ettinger: a seeded draw between 0 and 1.
function drawFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
