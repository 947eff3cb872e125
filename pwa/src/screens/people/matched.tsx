/** Text in which the searched words are marked. */
import { matchedPieces } from "./matched_words";

/** Show a text with the words marked wherever they stand. */
export function Matched({ text, words }: { text: string; words: string[] }) {
  if (words.length === 0) return <>{text}</>;
  return (
    <>
      {matchedPieces(text, words).map((piece, at) =>
        piece.matched ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
