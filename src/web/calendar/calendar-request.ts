import { da, type Wording } from '../../wording/da.js';

type Labels = Wording['labels'];
export type Unit = keyof Labels['unit'];
export type Mode = keyof Labels['visitMode'];
export type State = keyof Wording['planning']['labels']['partState'];

/** What the address of the calendar says; names of fields are Danish in the address. */
export interface CalendarRequest {
  /** Another plan than the one in force. */
  readonly planId: string | undefined;
  /** A Monday, or "alle" for the whole plan. */
  readonly week: string | undefined;
  readonly unit: Unit | undefined;
  readonly office: string | undefined;
  readonly region: string | undefined;
  readonly mode: Mode | undefined;
  readonly state: State | undefined;
  readonly page: number;
}

export const FIELDS = {
  planId: 'plan',
  week: 'uge',
  unit: 'enhed',
  office: 'kontor',
  region: 'region',
  mode: 'form',
  state: 'status',
  page: 'side',
} as const;
export const PER_PAGE = 50;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the address; what makes no sense is left out, as if nothing had been said. */
export function readCalendarRequest(query: URLSearchParams): CalendarRequest {
  const read = (field: keyof typeof FIELDS): string | undefined =>
    query.get(FIELDS[field])?.trim() || undefined;
  const key = <Key extends string>(
    text: string | undefined,
    record: Readonly<Record<Key, unknown>>,
  ): Key | undefined => (Object.keys(record) as Key[]).find((each) => each === text);
  const week = read('week');
  const page = Number(read('page') ?? 1);
  return {
    planId: read('planId')?.match(UUID)?.[0],
    week: week === 'alle' ? week : week?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0],
    unit: key(read('unit'), da.labels.unit),
    office: read('office')?.slice(0, 100),
    region: read('region')?.match(/^[0-9A-Z]{1,20}$/)?.[0],
    mode: key(read('mode'), da.labels.visitMode),
    state: key(read('state'), da.planning.labels.partState),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The address that shows this part of the calendar. */
export function calendarPath(request: Partial<CalendarRequest>): string {
  const query = new URLSearchParams();
  for (const field of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
    const value = request[field];
    if (value !== undefined && !(field === 'page' && value === 1)) query.set(FIELDS[field], String(value));
  }
  return query.size === 0 ? '/kalender' : `/kalender?${query.toString()}`;
}
