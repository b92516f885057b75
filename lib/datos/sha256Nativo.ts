import { hash } from "node:crypto";
import { usarSha256 } from "@/lib/expediente/huella";

/** Loaded once by every program of the server: digests with the machine's own SHA-256, several times faster. */
usarSha256((texto) => hash("sha256", texto, "hex"));
