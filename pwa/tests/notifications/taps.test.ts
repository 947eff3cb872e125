/** An app that the system starts elsewhere goes where the tapped notification leads, once and soon. */
import { beforeEach, expect, test, vi } from "vitest";
import { device } from "../cast";

const went: string[] = [];
const page = new EventTarget() as EventTarget & { visibilityState: string };

beforeEach(() => {
  went.length = 0;
  page.visibilityState = "visible";
  vi.stubGlobal("document", page);
  vi.stubGlobal("location", new URL("https://earshot.test/"));
});

async function phone() {
  const { setTappedPath, takeTappedPath } = await device();
  const { followTaps, goWhereTapped } = await import("../../src/notifications/taps");
  return { setTappedPath, takeTappedPath, followTaps, goWhereTapped };
}

test("at the start, and never twice", async () => {
  const { setTappedPath, takeTappedPath, followTaps } = await phone();
  await setTappedPath("/follow-ups/7");

  followTaps((path) => went.push(path));

  await vi.waitFor(() => expect(went).toEqual(["/follow-ups/7"]));
  expect(await takeTappedPath(new Date())).toBeUndefined();
});

test("when a sleeping page is seen again that never heard the worker", async () => {
  const { setTappedPath, followTaps } = await phone();
  followTaps((path) => went.push(path));
  await setTappedPath("/follow-ups/8");

  page.dispatchEvent(new Event("visibilitychange"));

  await vi.waitFor(() => expect(went).toEqual(["/follow-ups/8"]));
});

test("not where the page is already, nor after an hour", async () => {
  const { setTappedPath, takeTappedPath, goWhereTapped } = await phone();
  vi.stubGlobal("location", new URL("https://earshot.test/follow-ups/7"));
  await setTappedPath("/follow-ups/7");

  await goWhereTapped((path) => went.push(path), "/follow-ups/7");

  expect(went).toEqual([]);
  await setTappedPath("/follow-ups/9");
  expect(await takeTappedPath(new Date(Date.now() + 3_600_000))).toBeUndefined();
});
