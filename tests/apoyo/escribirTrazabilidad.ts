import { writeFileSync } from "node:fs";
import { matriz } from "./trazabilidad";

writeFileSync(new URL("../../docs/trazabilidad.md", import.meta.url), matriz());
