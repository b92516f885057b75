import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { FormularioPedirClave } from "./formularios";

export const metadata = { title: "Pedir una clave nueva" };

export default definirPaginaPublica({
  razon: "Who forgot the password cannot sign in.",
  ver: () => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Pedir una clave nueva"
        bajada="Escriba su correo. Si tiene cuenta, le llegará un enlace para elegir otra clave."
      />
      <Tarjeta>
        <FormularioPedirClave />
      </Tarjeta>
    </div>
  ),
});
