type Props = {
  materia: "plan" | "informe";
  /** «el Plan de Mejoramiento». */
  conArticulo: string;
  huella: string;
  version: number | null;
  /** The plan shows reasons, which its digest does not cover. */
  hayCambios: boolean;
};

/** What a signature binds to: the version sent, whole, and the digest of its contents, which the act carries. */
export function QueSeAprueba({ materia, conArticulo, huella, version, hayCambios }: Props) {
  const delPlan = materia === "plan";
  return (
    <div className="flex max-w-lectura flex-col gap-3">
      <p>
        Al firmar, usted aprueba {conArticulo}
        {version !== null && `, versión ${version} enviada al Comité`}. La huella{" "}
        <span className="font-mono break-all">{huella.slice(0, 16)}…</span> identifica{" "}
        {delPlan ? "el contenido del plan" : "el contenido del informe y el del plan que informa"}: si después
        cambia, su firma queda sin efecto.
      </p>
      {hayCambios && (
        <p>
          Las razones y los antecedentes de los cambios no son parte de la huella: se conservan con la versión
          enviada, que no se puede modificar mientras espera firmas.
        </p>
      )}
    </div>
  );
}
