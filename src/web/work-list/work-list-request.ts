import type { Wording } from '../../wording/da.js';

type Labels = Wording['labels'];
export type Band = keyof Labels['band'];
export type Authority = keyof Labels['authority'];
export type FacilityType = keyof Labels['facilityType'];
export type Unit = keyof Labels['unit'];

/** The orders of the list by their name in the address, each with the direction it starts with. */
export const SORTS = {
  risiko: { by: 'RISK', startsDescending: true },
  navn: { by: 'NAME', startsDescending: false },
  kommune: { by: 'MUNICIPALITY', startsDescending: false },
  pladser: { by: 'CAPACITY', startsDescending: true },
  besoeg: { by: 'LAST_VISIT', startsDescending: false },
} as const;
export type Sort = keyof typeof SORTS;

export const PAGE_SIZES = [25, 50, 100] as const;

/** What the address of the work list says. The names of the fields in the address are also their ids on the page. */
export interface WorkListRequest {
  readonly search: string;
  readonly municipality: string | undefined;
  readonly band: Band | undefined;
  readonly authority: Authority | undefined;
  readonly facilityType: FacilityType | undefined;
  readonly unit: Unit | undefined;
  readonly sort: Sort;
  readonly isDescending: boolean;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

export const FIELDS = {
  search: 'soeg',
  municipality: 'kommune',
  band: 'risiko',
  authority: 'myndighed',
  facilityType: 'type',
  unit: 'enhed',
  sort: 'sort',
  direction: 'retning',
  page: 'side',
  perPage: 'antal',
} as const;

export const FILTERS = ['search', 'municipality', 'band', 'authority', 'facilityType', 'unit'] as const;
export type Filter = (typeof FILTERS)[number];

export const EVERYTHING: WorkListRequest = {
  search: '',
  municipality: undefined,
  band: undefined,
  authority: undefined,
  facilityType: undefined,
  unit: undefined,
  sort: 'risiko',
  isDescending: true,
  page: 1,
  perPage: PAGE_SIZES[0],
};

/** The address that shows this part of the list; what is usual is left out. */
export function workListPath(request: WorkListRequest): string {
  const query = new URLSearchParams();
  for (const filter of FILTERS) {
    const value = request[filter];
    if (value) query.set(FIELDS[filter], value);
  }
  for (const [field, value] of orderAndSize(request)) query.set(field, value);
  if (request.page !== 1) query.set(FIELDS.page, String(request.page));
  return query.size === 0 ? '/tilsyn' : `/tilsyn?${query.toString()}`;
}

/** The fields of order and size that differ from the usual, for a form that must not lose them. */
export function orderAndSize(request: WorkListRequest): [field: string, value: string][] {
  const { sort, isDescending, perPage } = request;
  const fields: [string, string][] = [];
  if (sort !== EVERYTHING.sort) fields.push([FIELDS.sort, sort]);
  if (isDescending !== SORTS[sort].startsDescending)
    fields.push([FIELDS.direction, isDescending ? 'ned' : 'op']);
  if (perPage !== EVERYTHING.perPage) fields.push([FIELDS.perPage, String(perPage)]);
  return fields;
}
