import { z } from "zod";

/** What is being written in a box that searches. */
export const esquemaBuscado = z.object({ texto: z.string().max(300).default("") });
