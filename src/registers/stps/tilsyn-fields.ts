import type { ObjectCells } from '../../domain/inspection/cells/object-cells.js';

/** Keys that name the row; `tilsyn_id` is null where nobody ever came. */
export const KEY_FIELDS = ['sted_id', 'tilsyn_id'] as const;
// prettier-ignore
export const LOCATION_FIELDS = [
  'sor', 'cvr', 'p_nummer', 'navn', 'adresse', 'postnr', 'kommune', 'type', 'besoegsdato',
] as const;
// prettier-ignore
export const VISIT_FIELDS = [
  'offentliggjort', 'tilsynstype', 'form', 'samlet_vurdering', 'maalepunkter', 'sanktion', 'tilsynsfoerende',
] as const;

export type TilsynCells = ObjectCells<
  (typeof KEY_FIELDS)[number] | (typeof LOCATION_FIELDS)[number] | (typeof VISIT_FIELDS)[number]
>;

/** A location that was never visited says nothing of a visit: its keys are null, or absent but for `tilsyn_id`. */
export function tellsOfVisit(cells: TilsynCells): boolean {
  return ['tilsyn_id' as const, 'besoegsdato' as const, ...VISIT_FIELDS].some((field) => {
    const value = cells.value(field);
    const isEmpty = value === undefined || value === null || value === '';
    return !isEmpty && !(Array.isArray(value) && value.length === 0);
  });
}
