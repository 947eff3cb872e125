/** Builds the browser side, and serves it while it is being written. */
import { defineConfig } from "vite";

const server = "http://127.0.0.1:8000";

export default defineConfig({
  build: { target: "es2023", modulePreload: { polyfill: false } },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/version": server } },
  test: { include: ["tests/**/*.test.ts"], setupFiles: ["tests/device.ts"] },
});
