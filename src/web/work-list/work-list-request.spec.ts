import fc from 'fast-check';
import { da } from '../../wording/da.js';
import { readWorkListRequest } from './read-work-list-request.js';
import { EVERYTHING, PAGE_SIZES, SORTS, workListPath, type WorkListRequest } from './work-list-request.js';

function read(path: string): ReturnType<typeof readWorkListRequest> {
  return readWorkListRequest(new URLSearchParams(path.split('?')[1]));
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): fc.Arbitrary<Key> {
  return fc.constantFrom(...(Object.keys(record) as Key[]));
}

const anyRequest: fc.Arbitrary<WorkListRequest> = fc.record({
  search: fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((text) => text.trim())
    .filter((text) => !/\p{Cc}/u.test(text)),
  municipality: fc.option(fc.constantFrom('0101', '0851'), { nil: undefined }),
  band: fc.option(keysOf(da.labels.band), { nil: undefined }),
  authority: fc.option(keysOf(da.labels.authority), { nil: undefined }),
  facilityType: fc.option(keysOf(da.labels.facilityType), { nil: undefined }),
  unit: fc.option(keysOf(da.labels.unit), { nil: undefined }),
  sort: keysOf(SORTS),
  isDescending: fc.boolean(),
  page: fc.integer({ min: 1, max: 100_000 }),
  perPage: fc.constantFrom(...PAGE_SIZES),
});

describe(workListPath.name, () => {
  it('leaves out what is usual', () => {
    expect(workListPath(EVERYTHING)).toBe('/tilsyn');
    expect(workListPath({ ...EVERYTHING, sort: 'navn', isDescending: false, page: 2 })).toBe(
      '/tilsyn?sort=navn&side=2',
    );
  });

  it('writes addresses that read back as the same request', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(read(workListPath(request))).toEqual({ request, problems: [] });
      }),
    );
  });
});

describe(readWorkListRequest.name, () => {
  it('takes empty fields of a form as not filled in', () => {
    expect(read('/tilsyn?soeg=&kommune=&risiko=&side=')).toEqual({ request: EVERYTHING, problems: [] });
  });

  it.each([
    ['soeg=%00', 'search'],
    [`soeg=${'a'.repeat(201)}`, 'search'],
    ['kommune=101', 'municipality'],
    ['risiko=high', 'band'],
    ['risiko=toString', 'band'],
    ['myndighed=POLITIET', 'authority'],
    ['type=SLOT', 'facilityType'],
    ['enhed=X', 'unit'],
    ['sort=farve', 'sort'],
    ['retning=skraat', 'sort'],
    ['side=0', 'page'],
    ['side=100001', 'page'],
    ['side=1.5', 'page'],
    ['antal=26', 'perPage'],
  ])('names the problem with ?%s', (query, problem) => {
    expect(read(`/tilsyn?${query}`)).toEqual({ request: EVERYTHING, problems: [problem] });
  });

  it('names every problem once', () => {
    expect(read('/tilsyn?sort=x&retning=y&side=z').problems).toEqual(['sort', 'page']);
  });

  it('never fails, whatever the address says', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(() => read(`/tilsyn?${query}`)).not.toThrow();
      }),
    );
  });
});
