import { BarraDeLaCola } from "@/components/formulario/estado";
import { ProveedorGuardado } from "@/components/formulario/proveedor";
import { Llegada } from "@/components/ui/llegada";
import { definirDisposicionInstitucion } from "@/lib/borde/disposicion";

/** The queue of what is typed lives here, so that it goes on saving from one page of the institution to the next. */
export default definirDisposicionInstitucion({
  ver: ({ usuarioId, verBitacora, codigo, children }) => (
    <ProveedorGuardado
      key={`${usuarioId} ${codigo}`}
      usuario={usuarioId}
      institucion={codigo}
      conHistoria={verBitacora}
    >
      {children}
      <Llegada />
      <BarraDeLaCola />
    </ProveedorGuardado>
  ),
});
