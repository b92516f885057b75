import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const raiz = fileURLToPath(new URL("..", import.meta.url));
// "server-only" exists to break browser bundles; outside Next it would break the tests as well.
const alias = [
  { find: /^@\//, replacement: raiz },
  { find: /^server-only$/, replacement: `${raiz}node_modules/server-only/empty.js` },
];

// A busy machine is slow, not wrong.
const tiempos = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  root: raiz,
  test: {
    // Half of them wait for the database: as many at once as there are cores.
    maxWorkers: "100%",
    projects: [
      {
        root: raiz,
        resolve: { alias },
        test: {
          name: "unidad",
          include: ["tests/unidad/**/*.test.{ts,tsx}"],
          environment: "node",
          isolate: false,
          ...tiempos,
        },
      },
      {
        root: raiz,
        resolve: { alias },
        test: {
          name: "integracion",
          include: ["tests/integracion/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/apoyo/servidorDePrueba.ts"],
          ...tiempos,
        },
      },
    ],
  },
});
