/** Builds the browser side, and serves it while it is being written. */
import { defineConfig } from "vite";
import { firstScreen } from "./build/first_screen.ts";
import { inlineStyles } from "./build/inline_styles.ts";
import { shell } from "./build/shell.ts";
import about from "./package.json" with { type: "json" };

const server = "http://127.0.0.1:8000";

/**
 * Packed together, the screens take a quarter less than apart: the first one comes alone, then all others.
 * What reads dates in a text is as large as many screens, and waits until a text is there.
 */
const groups = [
  { name: "start", tags: ["$initial" as const], priority: 4 },
  { name: "now", test: /src[\\/]screens[\\/]now[\\/]/, priority: 3 },
  {
    name: "dates",
    test: /chrono-node|src[\\/](domain[\\/]note_parser[\\/]|screens[\\/]events[\\/](invitation|calendar)\.ts)/,
    priority: 2,
  },
  { name: "screens", test: /src[\\/].*\.tsx/, priority: 1 },
];

export default defineConfig({
  define: { __CLIENT__: JSON.stringify(about.version) },
  plugins: [inlineStyles(), firstScreen("/", "now"), shell(about.version)],
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/feed": server, "/version": server } },
});
