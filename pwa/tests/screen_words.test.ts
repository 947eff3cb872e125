/** Words that were on the screens once and must not come back: each has a plainer one now. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SCREENS = globSync("src/**/*.{ts,tsx}").filter((path) => !path.endsWith(".gen.ts"));

/** Each old wording with the one that took its place; some were dropped. */
const REPLACED: [old: RegExp, now: string][] = [
  [/After a talk|talks so far|for the talk|[Oo]ur talk\b/, "conversation"],
  [/Nothing waits to/, "Saved on this device only"],
  [/\} safe on the server/, "are synced"],
  [/it stands here|stands here[ .,]/, "you'll see it here"],
  [/on your desk\b/, "on your computer"],
  [/what to know them by/, "How will you recognise them?"],
  [/How it stands between you/, "How you two are doing"],
  [/stands in \$|is let go\b/, "is now in your … ring, No more nudges for …"],
  [/Begun by|Who began|Not said/, "Who got in touch?, Not set"],
  [/In touch"|Let pass/, "Log contact, Skip this time"],
  [/Go on with the note/, "Continue your note about"],
  [/all for one talk/, "You can swap the prompt twice per conversation"],
  [/Nothing comes back|Nothing but who it was/, "I can't recall; show it"],
  [/look again"/, "review"],
  [/You find whom/, "dropped"],
  [/take off you\?/, "What could a partner take off your plate?"],
  [/their very words/, "the exact words they use"],
  [/Who are you missing most/, "Which role is hardest to fill?"],
  [/colour of their eyes/, "dropped"],
  [/sign left of the address/, "Tap the icon left of the address"],
  [/(Person|Event|Follow-up|Promise|Plant) before/, "Previous …"],
  [/[Cc]oolest/, "Coldest first"],
  [/[Pp]assword of now/, "Current password"],
  [/do not go together/, "Wrong e-mail or password"],
  [/now belongs to/, "Signed in as"],
  [/Whom it concerns/, "For whom"],
  [/What is due, elsewhere/, "Due dates in your calendar and by e-mail"],
  [/browser has ended/, "Your browser turned off notifications here."],
  [/needs the network once/, "Go online once to download the calendar reader."],
  [/Once it is on its way/, "After you send it"],
  [/the latest first/, "newest first"],
  [/ever written over|As it was first written/, "Never changed"],
  [/is like that now/, "Nobody matches this filter."],
  [/No code was found/, "No QR code in this picture"],
  [/tap logs/, "dropped"],
  [/too early:/, "After 8 conversations you'll see this"],
  [/that can stand there/, "isn't a valid value"],
  [/Bring(?:s)? it back|Brought back:/, "Restore"],
  [/Mend it/, "Fix it"],
  [/Leave it as it stands/, "Keep it as it is"],
  [/(?:Kept|kept) as you type|Not kept yet/, "Saved as you type"],
  [/takes it back\./, "undoes it"],
  [/not taken by the server|did not take this change/, "not accepted by the server"],
];

test.each(REPLACED)("no screen says %s", (old) => {
  const found = SCREENS.filter((path) => old.test(wordsOf(path)));

  expect(found).toEqual([]);
});

test("the words of the screens are read", () => {
  expect(SCREENS.length).toBeGreaterThan(100);
  expect(SCREENS.map(wordsOf).join()).toContain("How you two are doing");
});

/** Return the code of a file without comments, each run of white space as one space. */
function wordsOf(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\s+/g, " ");
}
