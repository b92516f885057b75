import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";

export type PropsEnlace = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/**
 * An internal link. Components receive addresses as data, so the typed-routes check is waived here and only here.
 * Does not prefetch unless asked: on deadline night a list of forty links must not become forty requests.
 */
export function Enlace({ href, prefetch = false, className = "enlace", ...resto }: PropsEnlace) {
  return <Link {...resto} href={href as Route} prefetch={prefetch} className={className} />;
}
