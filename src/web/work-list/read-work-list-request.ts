import { da, type Wording } from '../../wording/da.js';
import { EVERYTHING, FIELDS, PAGE_SIZES, SORTS, type WorkListRequest } from './work-list-request.js';

const LONGEST_SEARCH = 200;
const LAST_PAGE = 100_000;
// Control characters; PostgreSQL refuses the first of them.
const INVISIBLE = /\p{Cc}/u;

type ProblemKey = keyof Wording['workList']['problems'];

/** What is wrong in the address, by its key in the wording; the fields concerned keep their usual value. */
export interface ReadRequest {
  readonly request: WorkListRequest;
  readonly problems: readonly ProblemKey[];
}

export function readWorkListRequest(query: URLSearchParams): ReadRequest {
  const problems: ProblemKey[] = [];
  const read = <Value>(
    field: string,
    problem: ProblemKey,
    usual: Value,
    parse: (text: string) => Value | undefined,
  ): Value => {
    const text = query.get(field)?.trim() ?? '';
    const value = text === '' ? usual : parse(text);
    if (value !== undefined) return value;
    if (text !== '') problems.push(problem);
    return usual;
  };
  const { labels } = da;
  const sort = read(FIELDS.sort, 'sort', EVERYTHING.sort, keyOf(SORTS));
  const request: WorkListRequest = {
    search: read(FIELDS.search, 'search', '', (text) =>
      text.length <= LONGEST_SEARCH && !INVISIBLE.test(text) ? text : undefined,
    ),
    municipality: read(FIELDS.municipality, 'municipality', undefined, matching(/^\d{4}$/)),
    band: read(FIELDS.band, 'band', undefined, keyOf(labels.band)),
    authority: read(FIELDS.authority, 'authority', undefined, keyOf(labels.authority)),
    facilityType: read(FIELDS.facilityType, 'facilityType', undefined, keyOf(labels.facilityType)),
    unit: read(FIELDS.unit, 'unit', undefined, keyOf(labels.unit)),
    sort,
    isDescending: read(FIELDS.direction, 'sort', SORTS[sort].startsDescending, (text) =>
      text === 'ned' ? true : text === 'op' ? false : undefined,
    ),
    page: read(FIELDS.page, 'page', 1, (text) => {
      const page = /^\d{1,6}$/.test(text) ? Number(text) : 0;
      return page >= 1 && page <= LAST_PAGE ? page : undefined;
    }),
    perPage: read(FIELDS.perPage, 'perPage', EVERYTHING.perPage, (text) =>
      PAGE_SIZES.find((size) => String(size) === text),
    ),
  };
  return { request, problems: [...new Set(problems)] };
}

function keyOf<Key extends string>(
  record: Readonly<Record<Key, unknown>>,
): (text: string) => Key | undefined {
  const keys = Object.keys(record) as Key[];
  return (text) => keys.find((key) => key === text);
}

function matching(pattern: RegExp): (text: string) => string | undefined {
  return (text) => (pattern.test(text) ? text : undefined);
}
