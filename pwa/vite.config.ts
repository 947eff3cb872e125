/** Builds the browser side, and serves it while it is being written. */
import { defineConfig } from "vite";
import { firstScreen } from "./build/first_screen.ts";
import { inlineStyles } from "./build/inline_styles.ts";
import { shell } from "./build/shell.ts";
import about from "./package.json" with { type: "json" };

const server = "http://127.0.0.1:8000";

/**
 * Packed together, screens take a quarter less than apart; so there are three chunks of them: the first screen, the
 * others that a phone needs at an event, and those of the desk, which take what is left. What reads dates in a text is
 * as large as many screens and waits until a text is there. build/tiers.ts says when each chunk is fetched.
 */
const groups = [
  { name: "start", tags: ["$initial" as const], priority: 5 },
  { name: "now", test: /src[\\/]screens[\\/]now[\\/]/, priority: 4 },
  { name: "roles", test: /src[\\/]domain[\\/]note_parser[\\/]roles\.ts/, priority: 4 },
  {
    name: "dates",
    test: /chrono-node|src[\\/](domain[\\/]note_parser[\\/]|screens[\\/]events[\\/](invitation|parse_ics)\.ts)/,
    priority: 3,
  },
  {
    name: "screens",
    test: /src[\\/]screens[\\/](events|follow_ups|listen[\\/](?!prompts_screen)|my_card|note|people|recall)[^.]*\.tsx/,
    priority: 2,
  },
  { name: "desk", test: /src[\\/].*\.tsx/, priority: 1 },
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
