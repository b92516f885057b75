/**
 * The fragment of a link to what has an id on the screen. The id of a field is already encoded in part
 * (`escribirLugar`): who reads an address decodes its fragment once, and must find the id as it is.
 */
export const fragmentoDe = (id: string): string => `#${encodeURI(id)}`;
