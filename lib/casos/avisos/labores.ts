import { repasarCorreos } from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { escribirRecordatorios } from "./recordatorio";
import { escribirResumenes } from "./resumen";

const TANDA = 1000;

/** What each queue of jobs does: `iniciarTrabajos` calls them. */
export const LABORES = {
  repasar: () => conActor(SISTEMA, "correo.repasar", (tx) => repasarCorreos(tx, TANDA)),
  recordar: escribirRecordatorios,
  resumir: escribirResumenes,
};
