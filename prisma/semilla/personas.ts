import type { Rol } from "@/lib/flujo/permiso";

/** The password of every person of the demonstration. */
export const CLAVE_DEMO = "demostracion-cseu-2025";

type Persona = {
  nombre: string;
  correo: string;
  rol: Rol;
  institucion: string | null;
  papel: string;
  cargo?: string;
  preside?: boolean;
};

/** The fictional people, one of each kind at least. */
export const PERSONAS: readonly Persona[] = [
  {
    nombre: "Ana Rojas Pinto",
    correo: "ana.rojas@sva.example",
    rol: "contraparte_titular",
    institucion: "SVA",
    papel: "Contraparte titular (Valles y Aguas)",
  },
  {
    nombre: "Luis Soto Vera",
    correo: "luis.soto@sva.example",
    rol: "contraparte_suplente",
    institucion: "SVA",
    papel: "Contraparte suplente (Valles y Aguas)",
  },
  {
    nombre: "Marta Díaz Leal",
    correo: "marta.diaz@sva.example",
    rol: "integrante_comite",
    institucion: "SVA",
    papel: "Preside el Comité (Valles y Aguas)",
    cargo: "Jefa de servicio",
    preside: true,
  },
  {
    nombre: "Pedro Mella Ruiz",
    correo: "pedro.mella@sva.example",
    rol: "integrante_comite",
    institucion: "SVA",
    papel: "Integrante del Comité (Valles y Aguas)",
    cargo: "Jefe de Planificación",
  },
  {
    nombre: "Julia Ibáñez Toro",
    correo: "julia.ibanez@sva.example",
    rol: "integrante_comite",
    institucion: "SVA",
    papel: "Integrante del Comité (Valles y Aguas)",
    cargo: "Encargada de Atención Ciudadana",
  },
  {
    nombre: "Rosa Campos Lira",
    correo: "rosa.campos@sva.example",
    rol: "lector",
    institucion: "SVA",
    papel: "Lectora (Valles y Aguas)",
  },
  {
    nombre: "Iris Vega Mora",
    correo: "iris.vega@ipa.example",
    rol: "contraparte_titular",
    institucion: "IPA",
    papel: "Contraparte titular (Prestaciones Australes)",
  },
  {
    nombre: "Nora Pavez Silva",
    correo: "nora.pavez@ipa.example",
    rol: "integrante_comite",
    institucion: "IPA",
    papel: "Preside el Comité (Prestaciones Australes)",
    cargo: "Directora nacional",
    preside: true,
  },
  {
    nombre: "Óscar Bravo Lagos",
    correo: "oscar.bravo@ipa.example",
    rol: "integrante_comite",
    institucion: "IPA",
    papel: "Integrante del Comité (Prestaciones Australes)",
    cargo: "Fiscal",
  },
  {
    nombre: "Hugo Parra Gil",
    correo: "hugo.parra@drn.example",
    rol: "contraparte_titular",
    institucion: "DRN",
    papel: "Contraparte titular (Registros del Norte)",
  },
  {
    nombre: "Sonia Cid Retamal",
    correo: "sonia.cid@drn.example",
    rol: "integrante_comite",
    institucion: "DRN",
    papel: "Preside el Comité (Registros del Norte)",
    cargo: "Subdirectora",
    preside: true,
  },
  {
    nombre: "Raúl Tapia Oñate",
    correo: "raul.tapia@drn.example",
    rol: "integrante_comite",
    institucion: "DRN",
    papel: "Integrante del Comité (Registros del Norte)",
    cargo: "Jefe de Tecnologías",
  },
  {
    nombre: "Paula Godoy Rivas",
    correo: "paula.godoy@scb.example",
    rol: "contraparte_titular",
    institucion: "SCB",
    papel: "Contraparte titular (Caletas y Borde Costero)",
  },
  {
    nombre: "Inés Cárcamo Vidal",
    correo: "ines.carcamo@scb.example",
    rol: "integrante_comite",
    institucion: "SCB",
    papel: "Preside el Comité (Caletas y Borde Costero)",
    cargo: "Subsecretaria",
    preside: true,
  },
  {
    nombre: "Mario Oyarzo Barría",
    correo: "mario.oyarzo@scb.example",
    rol: "integrante_comite",
    institucion: "SCB",
    papel: "Integrante del Comité (Caletas y Borde Costero)",
    cargo: "Jefe de la División de Caletas",
  },
  {
    nombre: "Elena Fuentes Paz",
    correo: "elena.fuentes@red.example",
    rol: "revisor",
    institucion: null,
    papel: "Revisora de la Red de Expertos",
  },
  {
    nombre: "Tomás Araya Cid",
    correo: "tomas.araya@red.example",
    rol: "revisor",
    institucion: null,
    papel: "Revisor de la Red de Expertos",
  },
  {
    nombre: "Carla Núñez Rey",
    correo: "carla.nunez@red.example",
    rol: "coordinacion",
    institucion: null,
    papel: "Coordinación de la Red",
  },
  {
    nombre: "Diego Lagos Mena",
    correo: "diego.lagos@red.example",
    rol: "administrador",
    institucion: null,
    papel: "Administrador de la plataforma",
  },
  {
    nombre: "Vera Ossa Tapia",
    correo: "vera.ossa@externo.example",
    rol: "validador_externo",
    institucion: "SVA",
    papel: "Validadora externa (Valles y Aguas)",
  },
];

/** Who may walk into the demonstration, to be printed. */
export const USUARIOS_DEMO = PERSONAS.map(({ correo, papel }) => ({ correo, papel, clave: CLAVE_DEMO }));
