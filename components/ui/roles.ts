/** A browser forgets that a table is one when its rows stop being drawn as such: its roles are written out. */
export const ROL = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};
