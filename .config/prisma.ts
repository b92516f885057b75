import { defineConfig } from "prisma/config";

// The CLI would download a native schema engine that generate, validate and format never run.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "../prisma/schema.prisma" });
