import { redirect } from "next/navigation";
import { definirPaginaPublica } from "@/lib/borde/pagina";

export default definirPaginaPublica({
  razon: "The bare address leads to the start, which asks for a session by itself.",
  ver: () => redirect("/inicio" as never),
});
