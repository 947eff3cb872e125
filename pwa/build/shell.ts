/** After the bundle: the worker with its list of files, the hashes for the CSP, the packed files. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Plugin, type ResolvedConfig, runnerImport } from "vite";
import { inlineHashes } from "./inline_hashes.ts";
import { pack } from "./pack.ts";
import { keptLater, type Tiers, tiersOf } from "./tiers.ts";
import { buildWorker } from "./worker.ts";

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
  const tiers = tiersOf(filesOf(folder));
  const { kit = [] } = tiers;
  const later = keptLater(tiers);
  const named = `${version}+${digest(folder, [...kit, ...later])}`;
  const lists = { files: addresses(kit), later: addresses(later), pages: await pagesOf(root) };
  await buildWorker({ root, folder, client: version, shell: { version: named, ...lists } });
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const withWorker = { ...tiers, kit: [...kit, "service_worker.js"] };
  const build = { version: named, ...inlineHashes(page), tiers: withWorker };
  writeFileSync(join(folder, "build.json"), `${JSON.stringify(build, null, 2)}\n`);
  report(pack(folder, filesOf(folder)), withWorker);
}

function addresses(files: string[]): string[] {
  return files.map((file) => (file === "index.html" ? "/" : `/${file}`));
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

function report(sizes: Map<string, number>, tiers: Tiers): void {
  const size = (file: string) => sizes.get(file) ?? 0;
  const print = (bytes: number, words: string) =>
    console.log(`${String(bytes).padStart(7)} bytes br  ${words}`);
  for (const [tier, files] of Object.entries(tiers)) {
    for (const file of files) print(size(file), file);
    const total = files.reduce((sum, file) => sum + size(file), 0);
    print(total, `${tier} in all`);
  }
}
