import type { SourceRecord } from '../../domain/facility/source-record.js';

type Ownership = NonNullable<SourceRecord['ownership']>;

/** `driftsform` in small letters -> who owns; Tilbudsportalen has never settled on one spelling. */
export const OWNERSHIP_BY_DRIFTSFORM: ReadonlyMap<string, Ownership> = new Map<string, Ownership>([
  ['kommunal', 'MUNICIPAL'],
  ['kommunalt', 'MUNICIPAL'],
  ['kommunal drift', 'MUNICIPAL'],
  ['regional', 'REGIONAL'],
  ['regionalt', 'REGIONAL'],
  ['regional drift', 'REGIONAL'],
  ['privat', 'PRIVATE'],
  ['privat drift', 'PRIVATE'],
  ['selvejende', 'SELF_GOVERNING'],
  // A fond is self-governing by definition, so the wider of the two words holds for both.
  ['fond/selvejende', 'SELF_GOVERNING'],
  ['fond', 'FOUNDATION'],
]);
