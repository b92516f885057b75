import { writeFileSync } from "node:fs";
import { documentoDeAvisos } from "./avisos";

writeFileSync(new URL("../../docs/avisos.md", import.meta.url), documentoDeAvisos());
