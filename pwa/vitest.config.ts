/** Runs the tests of the device's side, on the real storage code over a fake IndexedDB. */
import { defineConfig } from "vitest/config";
import about from "./package.json" with { type: "json" };

export default defineConfig({
  define: { __CLIENT__: JSON.stringify(about.version) },
  test: {
    include: ["tests/**/*.test.ts"],
    // Their days are those of this zone, wherever the machine stands.
    env: { TZ: "UTC" },
    setupFiles: ["tests/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}"],
      exclude: ["src/**/*.gen.ts", "src/**/*.d.ts"],
    },
  },
});
