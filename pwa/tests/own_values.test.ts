/** No table is read by a key that somebody made up, except for what it holds itself: `ownValue`. */
import { globSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, test } from "vitest";

interface Node {
  type: string;
  start: number;
  end: number;
  [name: string]: unknown;
}

/** Where the rule itself is kept. */
const EXEMPT = "src/domain/own_value.ts";
/** Types of tables with keys of any kind. */
const TABLE = /^:\s*(Readonly<|Partial<)*(Record<\s*(string|Refused\["code"\])|Body\b)/;

test("what all objects share is never taken for what a table holds", () => {
  const files = globSync("src/**/*.{ts,tsx}").filter((file) => file !== EXEMPT);

  const found = files.flatMap((file) =>
    sharedLookups(file, readFileSync(file, "utf8")).map((code) => `${file}: ${code}`),
  );

  expect(found).toEqual([]);
});

test("each way to read a table by a made-up key is found", () => {
  const code = [
    'const titles: Record<string, string> = { a: "A" };',
    "function read(body: Body, kind: string) {",
    '  if (kind in titles || "set" in body) return titles[kind];',
    '  return [body[kind], labels[kind as Kind], titles.a, titles["a"]];',
    "}",
  ].join("\n");

  expect(sharedLookups("code.ts", code)).toEqual([
    "kind in titles",
    "titles[kind]",
    "body[kind]",
    "labels[kind as Kind]",
  ]);
});

function sharedLookups(file: string, code: string): string[] {
  const nodes = [...nodesIn(parseSync(file, code).program)];
  const tables = new Set(nodes.flatMap((node) => tableIn(node, code)));
  return nodes
    .filter((node) => isMadeUpIn(node) || isMadeUpKey(node, tables))
    .filter((node) => !isAssigned(node, nodes))
    .map(({ start, end }) => code.slice(start, end));
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  else if (value !== null && typeof value === "object") {
    if ("type" in value) yield value as Node;
    yield* nodesIn(Object.values(value));
  }
}

function tableIn({ type, name, typeAnnotation }: Node, code: string): string[] {
  if (type !== "Identifier" || !typeAnnotation) return [];
  const { start, end } = typeAnnotation as Node;
  return TABLE.test(code.slice(start, end)) ? [name as string] : [];
}

function isMadeUpIn({ type, operator, left }: Node): boolean {
  return type === "BinaryExpression" && operator === "in" && (left as Node).type !== "Literal";
}

function isMadeUpKey({ type, computed, object, property }: Node, tables: Set<string>): boolean {
  if (type !== "MemberExpression" || !computed) return false;
  const key = property as Node;
  if (key.type === "Literal") return false;
  return key.type === "TSAsExpression" || tables.has((object as Node).name as string);
}

/** Storing under a key makes it the table's own. */
function isAssigned(node: Node, nodes: Node[]): boolean {
  return nodes.some(({ type, left }) => type === "AssignmentExpression" && left === node);
}
