/** The platform, where it decides what the app can offer. */

/**
 * Check whether the app was opened from the home screen.
 * @returns false in a tab of the browser, even where the app is installed too
 */
export function isInstalled(): boolean {
  return (
    matchMedia("(display-mode: standalone)").matches ||
    ("standalone" in navigator && navigator.standalone === true)
  );
}

/**
 * Check whether this is an iPhone or iPad.
 * An iPad calls itself a Macintosh, but no Macintosh has a touch screen.
 */
export function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
