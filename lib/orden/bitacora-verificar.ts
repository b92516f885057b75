// npm run bitacora:verificar: recomputes every chain of the trail and names what does not add up.
import { type Quiebre, verificarBitacora } from "@/lib/datos/bitacora";
import { iniciarServidor } from "@/lib/datos/servidor";
import { decir, ejecutar } from "./consola";

const MOTIVO: Readonly<Record<Quiebre["motivo"], string>> = {
  alterada: "la fila no es la que se escribió",
  falta: "falta la fila",
  cabeza: "la cadena no termina donde dice su cabeza",
};

ejecutar(async () => {
  const dueno = process.env.DATABASE_URL_DUENO;
  const servidor = dueno ? null : await iniciarServidor({ alInformar: decir });
  try {
    const { filas, cadenas, quiebres, sello } = await verificarBitacora(dueno ?? servidor?.dueno ?? "");
    decir(`${filas} filas en ${cadenas} cadenas.`);
    for (const { institucionId, secuencia, id, motivo } of quiebres) {
      const cadena = institucionId ? `institución ${institucionId}` : "sin institución";
      decir(`ROTA  ${cadena}: en la posición ${secuencia}${id ? ` (fila ${id})` : ""}, ${MOTIVO[motivo]}.`);
    }
    decir(`Sello: ${sello}`);
    decir(
      quiebres.length === 0
        ? "La bitácora está íntegra. Guarde el sello fuera de este servidor."
        : `${quiebres.length} cadenas rotas.`,
    );
    return quiebres.length === 0 ? 0 : 1;
  } finally {
    if (servidor?.encendido) await servidor.detener();
  }
});
