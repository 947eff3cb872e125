/** How long to leave a server alone that did not answer. */

const AT_MOST_SECONDS = 300;

/**
 * Give the seconds to wait after so many failures in a row.
 * takes: a random number from 0 to 1
 * source: "Exponential Backoff And Jitter", AWS Architecture Blog: full jitter
 */
export function backOffSeconds(failed: number, random: number): number {
  return random * Math.min(AT_MOST_SECONDS, 2 ** failed);
}
