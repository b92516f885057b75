import { Boton } from "@/components/ui/boton";
import { EntradaTexto } from "@/components/ui/entrada-texto";

/** Asks for a code; a plain form, so that it works on anything. */
export function BuscarCodigo({ codigo, error }: { codigo?: string | undefined; error?: string | undefined }) {
  return (
    <form action="/verificar" method="get" className="flex flex-col gap-4">
      <EntradaTexto
        id="codigo"
        name="codigo"
        etiqueta="Código de verificación"
        ayuda="Está en la primera página y al pie de cada documento: doce letras y números, con o sin guiones."
        ancho="medio"
        defaultValue={codigo}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div>
        <Boton type="submit">Verificar</Boton>
      </div>
    </form>
  );
}
