/** After the bundle: the worker with its list of files, the hashes for the CSP, the packed files. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Plugin, type ResolvedConfig, runnerImport } from "vite";
import { inlineHashes } from "./inline_hashes.ts";
import { pack } from "./pack.ts";
import { buildWorker } from "./worker.ts";

/** What reads codes and calendars is large and of use to few; src/screens/my_card/scanner.ts and src/screens/events/calendar_file.ts keep it. */
const PRECACHED =
  /^(index\.html|assets\/(?!code_reader_worker|zxing_reader|calendar_worker).+|favicon\.svg|manifest\.webmanifest)$/;

interface Routes {
  screenRoutes: { path: string }[];
  movedPaths: Record<string, string>;
}

/**
 * Complete a build.
 * @param version - the version in package.json, to which a hash of the content is added
 */
export function shell(version: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: "shell",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      await complete(resolve(config.root, config.build.outDir), config.root, version);
    },
  };
}

async function complete(folder: string, root: string, version: string): Promise<void> {
  const files = filesOf(folder).filter((file) => PRECACHED.test(file));
  const named = `${version}+${digest(folder, files)}`;
  const addresses = files.map((file) => (file === "index.html" ? "/" : `/${file}`));
  const kept = { version: named, files: addresses, pages: await pagesOf(root) };
  await buildWorker({ root, folder, client: version, shell: kept });
  const page = readFileSync(join(folder, "index.html"), "utf8");
  writeFileSync(
    join(folder, "build.json"),
    `${JSON.stringify({ version: named, ...inlineHashes(page) }, null, 2)}\n`,
  );
  report(pack(folder, filesOf(folder)), [...files, "service_worker.js"]);
}

/** Return the first parts of all paths that the app's page is for. */
async function pagesOf(root: string): Promise<string[]> {
  const table = await runnerImport<Routes>(join(root, "src/routes.ts"), { configFile: false });
  const { screenRoutes, movedPaths } = table.module;
  const paths = [...screenRoutes.map(({ path }) => path), ...Object.keys(movedPaths)];
  return [...new Set(paths.map((path) => path.split("/")[1] ?? ""))];
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function digest(folder: string, files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 8);
}

function report(sizes: Map<string, number>, precached: string[]): void {
  const size = (file: string) => sizes.get(file) ?? 0;
  for (const file of precached) console.log(`${String(size(file)).padStart(7)} bytes br  ${file}`);
  const total = precached.reduce((sum, file) => sum + size(file), 0);
  console.log(`${String(total).padStart(7)} bytes br  kept on the device in all`);
}
