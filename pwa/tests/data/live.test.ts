/** What a screen shows follows what is stored, and nothing older ever takes the place of the newer. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announce } from "../../src/data/announce";
import { useLive } from "../../src/data/live";
import { PATIENCE } from "../patience";
import { drawn } from "./drawn";

interface Asked {
  of: string;
  answer: (value: string) => void;
  fail: (error: Error) => void;
}

let asked: Asked[] = [];
let leave = () => Promise.resolve();

beforeEach(() => {
  asked = [];
});

afterEach(() => leave());

const query = (of: string) =>
  new Promise<string>((answer, fail) => asked.push({ of, answer, fail }));

/** A screen of Ada's that reads her people, whichever list of them is chosen. */
async function people(list = "all") {
  const screen = drawn((of: string) => useLive(() => query(of), ["person"], [of]), list);
  leave = screen.end;
  await vi.waitFor(() => expect(asked).toHaveLength(1), PATIENCE);
  return screen;
}

test("a screen shows nothing until the first answer, and then that", async () => {
  const screen = await people();
  expect(screen.last()).toEqual({ value: undefined, error: undefined });

  asked[0]?.answer("Li");

  await vi.waitFor(() => expect(screen.last().value).toBe("Li"), PATIENCE);
});

test("it reads again when its topic changes, and only then", async () => {
  await people();

  announce(["event", "outbox"]);
  expect(asked).toHaveLength(1);
  announce(["event", "person"]);

  expect(asked).toHaveLength(2);
});

test("what was shown stays while it is read anew", async () => {
  const screen = await people();
  asked[0]?.answer("Li");
  await vi.waitFor(() => expect(screen.last().value).toBe("Li"), PATIENCE);

  announce(["person"]);
  screen.draw("all");

  expect(screen.last().value).toBe("Li");
});

test("an older answer that comes late never takes the place of a newer one", async () => {
  const screen = await people();
  announce(["person"]);

  asked[1]?.answer("Li and Maria");
  await vi.waitFor(() => expect(screen.last().value).toBe("Li and Maria"), PATIENCE);
  asked[0]?.answer("Li");
  await new Promise(setImmediate);
  screen.draw("all");

  expect(screen.shown.map(({ value }) => value)).not.toContain("Li");
});

test("an error is given beside the last value, and goes with the next answer", async () => {
  const screen = await people();
  asked[0]?.answer("Li");
  announce(["person"]);
  asked[1]?.fail(new Error("the database was closed"));
  await vi.waitFor(
    () => expect(screen.last().error?.message).toBe("the database was closed"),
    PATIENCE,
  );
  expect(screen.last().value).toBe("Li");

  announce(["person"]);
  asked[2]?.answer("Li and Maria");

  await vi.waitFor(
    () => expect(screen.last()).toEqual({ value: "Li and Maria", error: undefined }),
    PATIENCE,
  );
});

test("what was shown of another list is not shown of this one", async () => {
  const screen = await people("met today");
  asked[0]?.answer("Li");
  await vi.waitFor(() => expect(screen.last().value).toBe("Li"), PATIENCE);

  screen.draw("let go");
  expect(screen.last().value).toBeUndefined();
  await vi.waitFor(
    () => expect(asked.map(({ of }) => of)).toEqual(["met today", "let go"]),
    PATIENCE,
  );
  asked[1]?.answer("Noor");

  await vi.waitFor(() => expect(screen.last().value).toBe("Noor"), PATIENCE);
});

test("a screen that was left reads no more and is not drawn again", async () => {
  const screen = await people();
  await screen.end();
  const drawings = screen.shown.length;

  announce(["person"]);
  asked[0]?.answer("Li");
  await new Promise(setImmediate);

  expect(asked).toHaveLength(1);
  expect(screen.shown).toHaveLength(drawings);
});
