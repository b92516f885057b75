import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const raiz = fileURLToPath(new URL("..", import.meta.url));
const alias = { "@": raiz.replace(/\/$/, "") };

export default defineConfig({
  root: raiz,
  resolve: { alias },
  test: {
    projects: [
      {
        root: raiz,
        resolve: { alias },
        test: { name: "unidad", include: ["tests/unidad/**/*.test.{ts,tsx}"], environment: "node" },
      },
      {
        root: raiz,
        resolve: { alias },
        // Each file talks to a real Postgres: one at a time, with room to start it.
        test: {
          name: "integracion",
          include: ["tests/integracion/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
