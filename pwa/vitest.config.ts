/** Runs the tests of the device's side, on the real storage code over a fake IndexedDB. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { __CLIENT__: JSON.stringify("0.0.0") },
  test: { include: ["tests/**/*.test.ts"], testTimeout: 20_000 },
});
