/** Builds the browser side, and serves it while it is being written. */
import { defineConfig } from "vite";
import { inlineStyles } from "./build/inline_styles.ts";
import { shell } from "./build/shell.ts";
import about from "./package.json" with { type: "json" };

const server = "http://127.0.0.1:8000";

export default defineConfig({
  define: { __CLIENT__: JSON.stringify(about.version) },
  plugins: [inlineStyles(), shell(about.version)],
  build: { target: "es2023", modulePreload: { polyfill: false } },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/version": server } },
});
