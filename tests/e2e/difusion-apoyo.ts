import { ponerReloj } from "@/tests/apoyo/baseE2e";
import { archivoDe, contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE } from "@/tests/apoyo/difusion";
import { conBaseDeLaPlataforma } from "./comite-apoyo";

/** Leaves the plan and the report of SVA approved, on a morning of December, with nothing disseminated yet. */
export async function prepararDifusion(codigo: "SVA"): Promise<void> {
  await conBaseDeLaPlataforma(async (base) => {
    await ponerReloj(DICIEMBRE.toISOString());
    const ana = await contextoDe(base, "ana.rojas@sva.example", codigo, DICIEMBRE);
    await aprobarTodo(base, codigo, await archivoDe(base, ana));
  });
}
