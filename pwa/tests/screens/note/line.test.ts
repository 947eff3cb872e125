/** What a line fills in on the card: only what is empty, nothing typed by hand, nothing twice. */
import { expect, test } from "vitest";
import { changesBetween } from "../../../src/screens/note/autosave";
import { peopleOnCard, recordsOfCard } from "../../../src/screens/note/card";
import { card, FRIDAY, known, LINE, storedFields, withLine, withLineRead } from "./lines";

test("a line comes to a person with role and organisation, a problem and a promise with its day", () => {
  const read = withLineRead(card({ who: LINE }));

  expect(storedFields(read, "person")).toMatchObject([
    { name: "Ana", role: "CTO", organisation: "Fjord" },
  ]);
  expect(storedFields(read, "conversation")).toMatchObject([
    { line: LINE, who: "Ana", problem: "drowning in audits", promise: "Send her Li's number" },
  ]);
  expect(storedFields(read, "follow_up")).toMatchObject([
    { what: "Send her Li's number", due_on: FRIDAY, owed_by: "me" },
  ]);
});

test("what was typed by hand wins, and what the line filled follows the line", () => {
  const byHand = withLineRead(card({ who: LINE, problem: "too many audits" }));

  const later = withLine(byHand, "Ana, CTO at Fjord: drowning in audits. Call her tomorrow");

  expect(later.typed.problem).toBe("too many audits");
  expect(later.typed.promise).toBe("Call her");
  expect(later.typed.promise_due_on).toBe("2026-05-13");
});

test("a field that was emptied by hand stays empty until the line says something else", () => {
  const read = withLineRead(card({ who: LINE }));
  const emptied = { ...read, typed: { ...read.typed, problem: "" } };

  expect(withLineRead(emptied).typed.problem).toBe("");
  expect(withLine(emptied, "Ana: stuck on hiring").typed.problem).toBe("stuck on hiring");
});

test("a known person is linked, and only what was not known of them is written", () => {
  const ana = known("Ana Costa", { role: "CEO" });

  const read = withLineRead(card({ who: "Ana: drowning in audits. ana@fjord.example" }), [ana]);

  expect(peopleOnCard(read).map(({ id }) => id)).toEqual([ana.id]);
  expect(storedFields(read, "person")).toEqual([{ emails: ["ana@fjord.example"] }]);
});

test("what the line no longer says of a known person is taken back, and the person stays", () => {
  const ana = known("Ana Costa");
  const before = withLineRead(card({ who: "Ana, CTO: drowning in audits" }), [ana]);

  const after = withLine(before, "Tom Baker, CTO: drowning in audits", [ana]);

  const changes = changesBetween(recordsOfCard(before), recordsOfCard(after));
  expect(changes.filter(({ id }) => id === ana.id)).toEqual([
    { kind: "person", id: ana.id, set: { role: "" } },
  ]);
});

test("a name with two owners asks, and nobody is linked or made before it is answered", () => {
  const people = [known("Sam Reed"), known("Sam Ode")];

  const read = withLineRead(card({ who: "Sam: stuck on hiring" }), people);
  const [part] = read.reading?.parts ?? [];
  const decision = part?.choices[1]?.decision ?? { is: "not" as const };
  const answered = withLineRead({ ...read, decisions: { [part?.key ?? ""]: decision } }, people);

  expect(part?.choices.map(({ words }) => words)).toEqual(["Sam Reed", "Sam Ode", "Someone new"]);
  expect(peopleOnCard(read)).toEqual([]);
  expect(peopleOnCard(answered).map(({ name }) => name)).toEqual(["Sam Ode"]);
});

test("a part that is corrected stands as corrected, and one that is dismissed does not stand", () => {
  const decisions = {
    "Role: CTO": { is: "so" as const, value: "CTO and founder" },
    "Organisation: Fjord": { is: "not" as const },
  };

  const [person] = storedFields(withLineRead({ ...card({ who: LINE }), decisions }), "person");

  expect(person).toMatchObject({ role: "CTO and founder" });
  expect(person).not.toHaveProperty("organisation");
});

test("what is said of two people at once is one part, and holds for both", () => {
  const read = withLineRead(card({ who: "Ana Ruiz and Li Wen, founders at Fjord" }));

  expect(read.reading?.parts.map(({ key }) => key)).toEqual([
    "Person: Ana Ruiz",
    "Person: Li Wen",
    "Role: founders",
    "Organisation: Fjord",
  ]);
  expect(storedFields(read, "person")).toMatchObject([
    { name: "Ana Ruiz", organisation: "Fjord" },
    { name: "Li Wen", organisation: "Fjord" },
  ]);
});

test("a number in a talk with two people is nobody's until somebody says whose", () => {
  const read = withLineRead(card({ who: "Ana and Tom: stuck on hiring. +47 900 12 345" }));

  expect(peopleOnCard(read)).toHaveLength(2);
  expect(storedFields(read, "person").some((person) => "phones" in person)).toBe(false);
  expect(storedFields(read, "conversation")).toMatchObject([{ line: read.typed.who }]);
});

test("names and descriptions are no lines, and a long line is kept whole", () => {
  const long = `Ana: drowning in audits. ${"é".repeat(900)}`;

  expect(storedFields(withLineRead(card({ who: "Ana Ruiz, Li" })), "person")).toHaveLength(2);
  expect(storedFields(withLineRead(card({ who: "Ana" })), "conversation")[0]).not.toHaveProperty(
    "line",
  );
  expect(storedFields(withLineRead(card({ who: "tall, climbs" })), "person")).toMatchObject([
    { name: "tall, climbs" },
  ]);
  expect(storedFields(withLineRead(card({ who: long })), "conversation")).toMatchObject([
    { line: long },
  ]);
});

test("a day in their life stands on the card apart from the promise", () => {
  const read = withLineRead(card({ who: "Ana: drowning in audits. Her interview is on 14 May" }));

  expect(storedFields(read, "conversation")).toMatchObject([
    { their_day_on: "2026-05-14", promise: "", promise_due_on: null },
  ]);
});

test("a day in their life that was dismissed is taken back", () => {
  const read = withLineRead(card({ who: "Ana: drowning in audits. Her interview is on 14 May" }));
  const part = read.reading?.parts.find(({ label }) => label === "Their date");

  const after = withLineRead({ ...read, decisions: { [part?.key ?? ""]: { is: "not" } } });

  expect(storedFields(after, "conversation")[0]).not.toHaveProperty("their_day_on");
});
