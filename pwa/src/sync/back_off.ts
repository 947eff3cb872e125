/** How long to wait before the next attempt on a server that did not answer. */

const AT_MOST_SECONDS = 300;

/**
 * Return the seconds to wait after some failures in a row: exponential back-off with full jitter
 * ("Exponential Backoff And Jitter", AWS Architecture Blog).
 * @param random - a random number from 0 to 1
 */
export function backOffSeconds(failures: number, random: number): number {
  return random * Math.min(AT_MOST_SECONDS, 2 ** failures);
}

/** Wait some seconds, or until the signal is aborted. */
export function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
