/** What looking for a code in a picture comes to, and what page and worker say to each other of it. */

/** `damaged` is a code that is there but cannot be read. */
export type CodeReading = { text: string } | "nothing" | "damaged";

export interface ToReader {
  asked: number;
  picture: ImageData;
}

export interface FromReader {
  asked: number;
  reading: CodeReading | "failed";
}
