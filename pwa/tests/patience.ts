/** How long a test waits for what comes by itself: what comes late on a busy machine has come all the same. */
export const PATIENCE = { timeout: 15_000 };
