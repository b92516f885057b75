import { clonarBase } from "./clonarBase";

/** What the process of a platform under test says when it is ready. */
export type WebDePrueba = {
  url: string;
  admin: string;
  dueno: string;
  app: string;
  /** Folder of the mails received. */
  correo: string;
  /** Folder of the store of files. */
  archivos: string;
};

/** Name of the database of a connection. */
const nombreDe = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

const semillaDe = (url: string): string => `${nombreDe(url)}_semilla`;

/** Keeps the database as it is now, to come back to it. Nobody may be connected. Takes an administrator's connection and the owner's. */
export function guardarSemilla(admin: string, dueno: string): Promise<void> {
  return clonarBase(admin, nombreDe(dueno), semillaDe(dueno));
}

/** Puts the database back as it was kept. Whoever was connected is put out and comes back by itself, as after a fall. */
export function volverALaSemilla({ admin, dueno }: Pick<WebDePrueba, "admin" | "dueno">): Promise<void> {
  return clonarBase(admin, semillaDe(dueno), nombreDe(dueno));
}
