import { defineConfig } from "@playwright/test";
import { lanzamientoDe, rutaChromiumLigero } from "./apoyo/chromium";

export default defineConfig({
  testDir: "e2e",
  outputDir: "resultados/e2e",
  // Each on its own platform: two is what two cores carry.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "resultados/playwright.json" }]],
  use: {
    locale: "es-CL",
    timezoneId: "America/Santiago",
    // What was done and asked of the network: pictures of each step cost a quarter of the run.
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: lanzamientoDe(rutaChromiumLigero()),
  },
});
