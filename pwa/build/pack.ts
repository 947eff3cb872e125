/** Writes each file that packing makes smaller packed beside itself, for the server packs nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const PACKABLE = /\.(html|js|css|json|svg|webmanifest|txt|wasm)$/;
const NEVER_SENT = "build.json";

/** Pack what can be packed among these files; gives how many bytes of each file travel. */
export function pack(folder: string, files: string[]): Map<string, number> {
  return new Map(files.map((file) => [file, packOne(folder, file)]));
}

function packOne(folder: string, file: string): number {
  const path = join(folder, file);
  const content = readFileSync(path);
  if (!PACKABLE.test(file) || file === NEVER_SENT) return content.length;
  const best = brotliCompressSync(content);
  writeFileSync(`${path}.br`, best);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  return best.length;
}
