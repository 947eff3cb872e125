/**
 * Reads lines as the app does: by its rules, and by the tagger with a file of weights.
 * Takes `{"lines": [...], "weights": path}` on standard input; answers with found spans per line (UTF-16), and
 * with milliseconds per line.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { performance } from "node:perf_hooks";

// The app's modules leave the ending out, as its bundler allows.
registerHooks({
  resolve(name, context, next) {
    const isOurs = name.startsWith(".") && !/\.\w+$/.test(name);
    return next(isOurs ? `${name}.ts` : name, context);
  },
});
const parser = new URL("../../pwa/src/domain/note_parser/", import.meta.url);
const { parseNote } = await import(new URL("parse_note.ts", parser));
const { readWeights, tagNote } = await import(new URL("tagger/tagger.ts", parser));

// A Tuesday in Oslo: the rules need to know when and where a line was written.
const writing = { now: new Date("2027-03-09T16:40:00Z"), zone: "Europe/Oslo", people: [], language: "en-GB" };

const { lines, weights } = JSON.parse(readFileSync(0, "utf8"));
const answer = { rules: timed((line) => byRules(line)) };
if (weights) {
  const { buffer } = new Uint8Array(readFileSync(weights));
  const began = performance.now();
  const model = readWeights(buffer);
  answer.start_ms = performance.now() - began;
  answer.tagger = timed((line) => tagNote(line, model));
}
process.stdout.write(JSON.stringify(answer));

/** Read every line twice, so that the times are those of a warm program. */
function timed(read) {
  lines.forEach(read);
  return lines.map((line) => {
    const began = performance.now();
    const spans = read(line);
    return { spans, ms: performance.now() - began };
  });
}

/** Map the fields of the rules to the tags of the tagger. */
function byRules(line) {
  const found = parseNote(line, writing);
  const spans = [];
  const add = (tag, part) => {
    if (part) spans.push({ tag, from: part.from, to: part.to, verdict: part.sure ? "sure" : "asked" });
  };
  for (const { name, role, organisation } of found.who) {
    add("P", name);
    add("R", role);
    add("O", organisation);
  }
  for (const problem of found.problems) add("X", problem);
  for (const promise of found.promises) {
    add(promise.owed_by === "me" ? "M" : "T", promise);
    add("D", promise.due);
  }
  for (const date of found.their_dates) {
    add("W", date);
    const from = line.indexOf(date.value);
    if (from >= 0) add("L", { ...date, from, to: from + date.value.length });
  }
  return spans;
}
