import { resolve } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.CARPETA_MINIMA ?? ".next",
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg"],
  turbopack: { root: resolve(import.meta.dirname, "../../..") },
};

export default config;
