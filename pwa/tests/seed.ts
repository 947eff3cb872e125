/** What is drawn at random is the same each time; another SEED draws anew. */
import fc from "fast-check";

export const seed = Number(process.env.SEED ?? 20_261_123);

fc.configureGlobal({ seed });
