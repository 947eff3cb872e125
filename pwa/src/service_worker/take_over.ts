/** What pages and workers say to each other about a new version. */

/** What the page says to a waiting worker once the person wants the new version. */
export const TAKE_OVER = "take over";

/** What a new worker asks each open page; one that works answers through the port. */
export const ARE_YOU_THERE = "are you there";
