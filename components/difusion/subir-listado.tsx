"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useSubidas } from "@/components/archivo/usar-subidas";
import { Alerta } from "@/components/ui/alerta";
import { SubirArchivo } from "@/components/ui/subir-archivo";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";

/** Sends a workbook of recipients and opens its review, which has an address of its own. */
export function SubirListado({ institucion }: { institucion: string }) {
  const router = useRouter();
  const [leyendo, leer] = useTransition();
  const subidas = useSubidas({
    institucion,
    destino: "destinatarios",
    revisar: ({ name }) =>
      /\.xlsx$/i.test(name)
        ? null
        : "El listado se sube como libro de Excel (.xlsx). Ábralo, guárdelo en ese formato y elíjalo de nuevo.",
    alListo: async ({ id }) => {
      const revision = `/institucion/${institucion}/difusion/destinatarios?archivo=${id}#revision`;
      leer(() => router.push(revision as Parameters<typeof router.push>[0]));
      return null;
    },
  });
  return (
    <div className="flex flex-col gap-3">
      <SubirArchivo
        id="listado"
        etiqueta="Listado de destinatarios"
        ayuda={`Un libro de Excel (.xlsx) de hasta ${LIMITES_ARCHIVO.tamanoMaximoTexto}, sin macros. Las columnas se reconocen por su nombre, en cualquier orden. Nada se reemplaza hasta que usted lo confirme.`}
        acepta=".xlsx"
        varios={false}
        archivos={subidas.archivos}
        alElegir={subidas.elegir}
        alQuitar={subidas.quitar}
        alReintentar={subidas.reintentar}
      />
      {leyendo && (
        <Alerta tono="info" anuncia>
          Leyendo el listado… Si es muy largo puede tardar algunos segundos.
        </Alerta>
      )}
    </div>
  );
}
