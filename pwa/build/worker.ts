/** Builds the service worker by itself: one classic script at a name that never changes. */
import { join } from "node:path";
import { build } from "vite";

export interface WorkerBuild {
  root: string;
  folder: string;
  client: string;
  shell: typeof __SHELL__;
}

/** Build the worker into the folder, with the list of what it keeps. */
export async function buildWorker({ root, folder, client, shell }: WorkerBuild): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define: { __CLIENT__: JSON.stringify(client), __SHELL__: JSON.stringify(shell) },
    build: {
      target: "es2023",
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(root, "src/service_worker/service_worker.ts"),
        formats: ["iife"],
        name: "worker",
        fileName: () => "service_worker.js",
      },
    },
  });
}
