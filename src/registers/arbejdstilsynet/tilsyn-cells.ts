import type { RowCells } from '../../domain/inspection/cells/row-cells.js';

// prettier-ignore
export const UNIT_COLUMNS = [
  'at_id', 'p_nummer', 'cvr_nummer', 'navn', 'adresse', 'postnr', 'by', 'branche', 'ansatte',
] as const;
// prettier-ignore
export const VISIT_COLUMNS = [
  'besoegsdato', 'besoegstype', 'sagsnummer', 'reaktion_nr', 'problemomraade', 'reaktion', 'frist', 'efterkommet',
  'tilsynsfoerende',
] as const;

export type UnitCells = RowCells<(typeof UNIT_COLUMNS)[number]>;
export type VisitCells = RowCells<'at_id' | (typeof VISIT_COLUMNS)[number]>;

/** A unit that was never visited has a row with none of the visit's fields; a single one makes it a visit. */
export function tellsOfVisit(cells: VisitCells): boolean {
  return VISIT_COLUMNS.some((column) => cells.text(column) !== '');
}
