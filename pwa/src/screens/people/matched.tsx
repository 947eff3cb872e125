/** Text in which the searched words are marked, regardless of case and accents. */
import { foldText, foldWithOrigins } from "../../data/fold_text";

interface Piece {
  text: string;
  matched: boolean;
}

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

/** Cut a text into pieces that match one of the words and pieces that do not; joined they are the text. */
export function matchedPieces(text: string, words: string[]): Piece[] {
  const ranges = rangesOf(words, text);
  const pieces: Piece[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    if (from > end) pieces.push({ text: text.slice(end, from), matched: false });
    pieces.push({ text: text.slice(Math.max(from, end), to), matched: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), matched: false });
  return pieces;
}

function rangesOf(words: string[], text: string): [number, number][] {
  const { folded, origins } = foldWithOrigins(text);
  const wanted = words.map((word) => foldText(word).trim()).filter(Boolean);
  const found = wanted.flatMap((word) =>
    placesOf(word, folded).map((at): [number, number] => [
      origins[at] ?? 0,
      origins[at + word.length] ?? text.length,
    ]),
  );
  return withoutOverlaps(found.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd));
}

function placesOf(word: string, folded: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
    places.push(at);
  }
  return places;
}

function withoutOverlaps(sorted: [number, number][]): [number, number][] {
  let end = 0;
  return sorted.filter(([from, to]) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}
