/** How to allow notifications again is explained for each browser. */
import { expect, test } from "vitest";
import { howToAllow } from "../../src/notifications/words";

const PIXEL =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36";

test.each([
  ["Notifications, Earshot", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605", true],
  ["App info", PIXEL, true],
  ["Permissions", PIXEL, false],
  ["bell", "Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0", false],
  ["turn Notifications on", "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36", false],
  ["Websites", "Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/18.0 Safari/605.1", false],
])("it names %s", (step, userAgent, isInstalled) => {
  expect(howToAllow(userAgent, isInstalled)).toContain(step);
});
