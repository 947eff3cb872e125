/** A text as a QR code: black on white in every theme, which cameras read best. */
import { encode } from "uqr";

const QUIET_ZONE = 4;

/** How easily a camera reads the code: `dense` needs a steady hand, `too_much` fits into no code. */
export type Density = "light" | "dense" | "too_much";

const LIGHT_VERSION = 13;

/** Return how dense the code of a text is. */
export function densityOf(text: string): Density {
  const code = codeOf(text);
  if (!code) return "too_much";
  return code.version > LIGHT_VERSION ? "dense" : "light";
}

/** Draw the code; nothing where the text is too much for one. */
export function VcardCode({ text, label }: { text: string; label: string }) {
  const code = codeOf(text);
  if (!code) return null;
  const side = code.data.length;
  return (
    <svg
      class="vcard_code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={code.data.map(lineOf).join("")} fill="#000" />
    </svg>
  );
}

function codeOf(text: string) {
  try {
    return encode(text, { ecc: "L", boostEcc: true, border: QUIET_ZONE });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Each row's dark squares side by side are one rectangle. */
function lineOf(row: boolean[], y: number): string {
  const line = row.map((isDark) => (isDark ? "1" : "0")).join("");
  return [...line.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join("");
}
