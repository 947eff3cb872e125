/** Words that must not come back on the screen, in the notifications or in the e-mails. */
import { globSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, test } from "vitest";

interface Node {
  type: string;
  [name: string]: unknown;
}

/** A text, with the file that it is in. */
type Found = [text: string, file: string];

/** Attributes and calls whose texts nobody reads. */
const HIDDEN_ATTRIBUTES = ["class", "d", "href", "id", "for", "key", "name", "type", "viewBox"];

const UNWANTED = [
  // A talk is a presentation; one has a conversation.
  /^talk$/i,
  /\btalks\b/i,
  /\b(a|the|this|each|per|one|next|last|first|with the|before|after) talk\b/i,
  // Old-fashioned or wrong English.
  /\b(somebody|everybody|shall|anew|afresh|begun|here lie|whom it)\b/i,
  /^whom\b/i,
  /\bstands?\b/i,
  /\bof now\b/i,
  /\bgo on (as|with)\b/i,
  /\b(is|are) let go\b/i,
  /\bnothing (but|comes|moves|waits?)\b/i,
  /\bwaits? (to|for)\b/i,
  /\bgoes? up\b/i,
  /\bdoes? not want to\b/i,
  /\bwas found\b/i,
  /\bdo not go together\b/i,
  /\bnever written over\b/i,
  // One kind of apostrophe.
  /[a-z]’[a-z]/,
  // One word per thing.
  /\b(on|at) (the|your) desk\b/i,
  /^all safe on the server\b/i,
  /\bkept on this device\b/i,
  /\bout of reach\b/i,
  /\blet pass\b/i,
  /\bbegun by|not said\b/i,
  /\b(person|event|follow-up) before\b/i,
  /\bcoolest\b/i,
  /\bthe latest first\b/i,
  /\btap logs\b/i,
  /\btoo early:/i,
  /\bnow belongs to\b/i,
  /\bwhen I leave the app\b/i,
  /\bdue, elsewhere\b/i,
  /\bended the reminders\b/i,
  /\b(needs|with) (the|a|next) network\b/i,
  /\bthe sign (left|beside)\b/i,
  /\bto know them by\b/i,
  /\bwithout a card|on the card|a card says\b/i,
  /^in touch$/i,
  /\bour talk\b/i,
  /\b(bring it back|brings it back|brought back)\b/i,
  /\bmend it\b/i,
  /\btakes it back\b/i,
  /\b(not taken by|did not take this)\b/i,
  /\blook again\b/i,
  /\bis like that now\b/i,
  /\bpassword of now\b/i,
  // Prompts that were replaced or dropped.
  /\btake off you\?/i,
  /\bone thing they mention first\b/i,
  /\bvery words\b/i,
  /\bmissing most\b/i,
  /\bcolour of their eyes\b/i,
  /\bfind whom you look for\b/i,
];

test("no unwanted words are on the screen", () => {
  expect(unwantedIn([...textsOfScreens(), ...textsOfPage(), ...textsOfManifest()])).toEqual([]);
});

test("no unwanted words are in notifications, e-mails and the calendar feed", () => {
  expect(unwantedIn(textsOfServer())).toEqual([]);
});

test("an unwanted word is found wherever it is written", () => {
  const code = [
    'const label = "Next talk";',
    `const words = \`\${2} talks\`;`,
    'const View = () => <p class="talk" title="After a talk">After the talk</p>;',
  ].join("\n");

  expect(unwantedIn(textsOfCode("view.tsx", code)).map(([text]) => text)).toEqual([
    "Next talk",
    "… talks",
    "After a talk",
    "After the talk",
  ]);
});

function unwantedIn(texts: Found[]): Found[] {
  return texts.filter(([text]) => UNWANTED.some((unwanted) => unwanted.test(text)));
}

function textsOfScreens(): Found[] {
  const files = globSync("src/**/*.{ts,tsx}").filter((file) => !file.includes("note_parser"));
  return files.flatMap((file) => textsOfCode(file, readFileSync(file, "utf8")));
}

function textsOfPage(): Found[] {
  const page = readFileSync("index.html", "utf8").replace(
    /<(script|style)>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g,
    "",
  );
  const attributes = [...page.matchAll(/(?:placeholder|aria-label|content)="([^"]*)"/g)];
  const texts = [...page.matchAll(/>([^<>]+)</g)];
  return [...attributes, ...texts].map(([, text = ""]) => [text.trim(), "index.html"]);
}

function textsOfManifest(): Found[] {
  const manifest = readFileSync("public/manifest.webmanifest", "utf8");
  return quotedIn(manifest).map((text) => [text, "manifest.webmanifest"]);
}

function textsOfServer(): Found[] {
  return globSync("../backend/reminders/**/*.py").flatMap((file) => {
    const code = readFileSync(file, "utf8").replace(/"""[\s\S]*?"""|#.*/g, "");
    return quotedIn(code).map((text): Found => [text, file]);
  });
}

function quotedIn(code: string): string[] {
  return [...code.matchAll(/"([^"\n]*)"/g)].map(([, text = ""]) => text);
}

function textsOfCode(file: string, code: string): Found[] {
  const { program } = parseSync(file, code);
  return textsIn(program)
    .map((text) => text.replace(/\s+/g, " ").trim())
    .map((text) => [text, file]);
}

/** Texts of imports, types and hidden attributes are left out. */
function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node) || isHidden(node)) return [];
  const inside = Object.values(node).flatMap(textsIn);
  if (node.type === "TemplateLiteral") return [templateText(node), ...textsIn(node.expressions)];
  if (node.type === "JSXText" || node.type === "Literal")
    return typeof node.value === "string" ? [node.value] : [];
  return inside;
}

function templateText({ quasis }: Node): string {
  return (quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("…");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function isHidden(node: Node): boolean {
  if (node.type === "JSXAttribute")
    return HIDDEN_ATTRIBUTES.includes((node.name as { name: string }).name);
  return node.type === "ImportDeclaration" || /^TS(Type|Interface|Literal)/.test(node.type);
}
