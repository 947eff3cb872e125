/** A push can be shown whatever its content. */
import { expect, test } from "vitest";
import { appPath, parsePush } from "../../src/notifications/push";

const arrived = (said: unknown) => ({ json: () => said });
const FOLLOW_UP = {
  kind: "follow_up",
  id: "7",
  tag: "follow_up-7",
  title: "A promise is due",
  body: "AS",
  path: "/follow-ups/7",
  badge: 2,
  actions: ["done", "tomorrow"],
};

test("a push that makes sense stays as it is", () => {
  expect(parsePush(arrived(FOLLOW_UP))).toEqual(FOLLOW_UP);
});

test.each([
  ["nothing", null],
  ["what is no JSON", { json: () => JSON.parse("{") }],
  ["a list", arrived([1])],
  ["null", arrived(null)],
  ["numbers for words", arrived({ title: 7, body: 7, tag: {}, kind: [], badge: "2" })],
])("%s still has something to show, and leads to what is due", (_what, said) => {
  const push = parsePush(said);

  expect(push.title).toBe("Earshot");
  expect(push.body).not.toBe("");
  expect(push.path).toBe("/follow-ups");
  expect(push.badge).toBeUndefined();
});

test("an action that no button does is left out", () => {
  const { actions } = parsePush(arrived({ ...FOLLOW_UP, actions: ["done", "call", 7] }));

  expect(actions).toEqual(["done"]);
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "javascript:alert(1)",
  "/api/sign-out",
  "people",
  7,
])("a tap never leads to %s", (path) => {
  expect(appPath(path)).toBe("/follow-ups");
});

test.each(["/people/7", "/recall/7", "/account"])("a tap may lead to %s", (path) => {
  expect(appPath(path)).toBe(path);
});
