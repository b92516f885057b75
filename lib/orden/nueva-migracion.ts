// npm run db:nueva-migracion -- nombre: writes the SQL of the schema's change, without network or database.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { CARPETA_MIGRACIONES, leerMigraciones } from "@/lib/datos/migraciones";
import { diferenciaDeEsquemas } from "@/lib/datos/migracionesDiferencia";
import { decir, ejecutar } from "@/lib/orden/consola";

ejecutar(async () => {
  const nombre = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(nombre)) {
    throw new ErrorDatos(
      "configuracion",
      "Falta el nombre, en minúsculas y con guion bajo: npm run db:nueva-migracion -- agrega_telefono",
    );
  }
  const esquema = readFileSync("prisma/schema.prisma", "utf8");
  const previas = leerMigraciones();
  const anterior = previas.findLast((m) => m.esquema !== null)?.esquema ?? null;
  const sql = await diferenciaDeEsquemas(anterior, esquema);
  if (sql === "") {
    decir("prisma/schema.prisma no cambió desde la última migración: no hay nada que escribir.");
    decir("Para una migración escrita a mano, cree la carpeta siguiente con su migration.sql.");
    return 0;
  }
  const numero = String(Number(previas.at(-1)?.nombre.slice(0, 4) ?? 0) + 1).padStart(4, "0");
  const carpeta = join(CARPETA_MIGRACIONES, `${numero}_${nombre}`);
  mkdirSync(carpeta);
  // Ends by giving every table its trail and its row-level security: a new table cannot be born without.
  const cierre =
    anterior === null ? readFileSync("prisma/restricciones.sql", "utf8") : "SELECT asegurar_tablas();\n";
  writeFileSync(join(carpeta, "migration.sql"), `${sql.trim()}\n\n${cierre}`);
  writeFileSync(join(carpeta, "schema.prisma"), esquema);
  decir(`Escrita ${carpeta}/migration.sql. Revísela antes de aplicarla con npm run db:migrar.`);
  return 0;
});
