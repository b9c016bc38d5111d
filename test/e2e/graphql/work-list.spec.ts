import { FACILITY_SORTS } from '../../../src/facilities/facility-list.js';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, refusal, told } from './people.js';

interface Place {
  id: string;
  name: string;
  capacityPlaces: number | null;
  municipality: { code: string; name: string } | null;
  score: { points: number; band: string } | null;
  visits: { occurredOn: string }[];
  cvrNumbers: string[];
  pNumbers: string[];
  sorCodes: string[];
  address: { street: string; postalCode: string; town: string } | null;
  authorities: string[];
  responsibleUnit: string | null;
  facilityType: string | null;
  sources: { sourceKey: string }[];
}
interface Page {
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  edges: { cursor: string; node: { id: string } }[];
}

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $offset: Int,
  $filter: FacilityFilterInput, $order: FacilityOrderInput) {
  facilities(first: $first, after: $after, last: $last, before: $before, offset: $offset, filter: $filter, order: $order) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } }
  }
}`;
const EVERYTHING = `{ facilities(first: 100, filter: { includeEnded: true }) { edges { node {
  id name capacityPlaces municipality { code name } score { points band } visits(first: 1) { occurredOn }
  cvrNumbers pNumbers sorCodes address { street postalCode town } authorities responsibleUnit facilityType
  sources { sourceKey } } } } }`;

describe('the work list', () => {
  let service: RunningService;
  let places: Place[];
  beforeAll(async () => {
    service = await startService();
    const { facilities } = await told<{ facilities: { edges: { node: Place }[] } }>(
      service,
      PLANNER,
      EVERYTHING,
    );
    places = facilities.edges.map(({ node }) => node);
  });
  afterAll(() => service.close());

  const PLANNER = employee('PLANNER');
  const page = async (variables: Record<string, unknown>): Promise<Page> =>
    (await told<{ facilities: Page }>(service, PLANNER, LIST, variables)).facilities;
  const found = async (filter: Record<string, unknown>): Promise<string[]> =>
    (await page({ filter, first: 100 })).edges.map(({ node }) => node.id).sort();
  const idsOf = (some: readonly Place[]): string[] => some.map(({ id }) => id).sort();
  const idsOn = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

  it('holds the whole demo country', () => {
    expect(places.length).toBeGreaterThan(50);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
  });

  const ORDERS = FACILITY_SORTS.flatMap((by) =>
    ['ASCENDING', 'DESCENDING'].map((direction) => ({ by, direction })),
  );

  it.each(ORDERS)('shows every place once, page by page, forward: %j', async (order) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo, totalCount }: Page = await page({ order, first: 7, after });
      expect(totalCount).toBe(places.length);
      expect(pageInfo.hasPreviousPage).toBe(seen.length > 0);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
      seen.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }

    expect(seen.length).toBe(places.length);
    expect([...seen].sort()).toEqual(idsOf(places));
  });

  it.each(ORDERS)('shows the same backward and by number: %j', async (order) => {
    const whole = idsOn(await page({ order, first: 200 }));

    const backward: string[] = [];
    let before: string | null = null;
    for (;;) {
      const { edges, pageInfo }: Page = await page({ order, last: 9, before });
      expect(pageInfo.hasNextPage).toBe(backward.length > 0);
      backward.unshift(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasPreviousPage) break;
      before = pageInfo.startCursor;
    }
    const numbered: string[] = [];
    for (let offset = 0; offset < places.length; offset += 11) {
      const numberedPage = await page({ order, first: 11, offset });
      expect(numberedPage.pageInfo.hasNextPage).toBe(offset + 11 < places.length);
      expect(numberedPage.pageInfo.hasPreviousPage).toBe(offset > 0);
      numbered.push(...idsOn(numberedPage));
    }

    expect(backward).toEqual(whole);
    expect(numbered).toEqual(whole);
  });

  const danish = new Intl.Collator('da');
  it.each<[string, (place: Place) => number | string]>([
    ['RISK', (place) => place.score?.points ?? -1],
    ['CAPACITY', (place) => place.capacityPlaces ?? -1],
    ['LAST_VISIT', (place) => place.visits[0]?.occurredOn ?? ''],
    ['NAME', (place) => place.name],
    ['MUNICIPALITY', (place) => place.municipality?.name ?? ''],
  ])('is in the order of %s', async (by, keyOf) => {
    const keys = idsOn(await page({ order: { by, direction: 'ASCENDING' }, first: 200 })).map((id) =>
      keyOf(places.find((place) => place.id === id)!),
    );
    const descending = idsOn(await page({ order: { by, direction: 'DESCENDING' }, first: 200 })).map((id) =>
      keyOf(places.find((place) => place.id === id)!),
    );

    const compare = (left: number | string, right: number | string): number =>
      typeof left === 'string' && by !== 'LAST_VISIT'
        ? danish.compare(left, String(right))
        : Number(left > right) - Number(left < right);
    expect(keys).toEqual([...keys].sort(compare));
    expect(descending).toEqual(keys.toReversed());
  });

  it('begins with the highest risk when nothing is said', async () => {
    const byRisk = await page({ first: 10, order: { by: 'RISK', direction: 'DESCENDING' } });

    expect(idsOn(await page({ first: 10 }))).toEqual(idsOn(byRisk));
  });

  it('has 25 places on a page when nothing is said', async () => {
    expect((await page({})).edges).toHaveLength(25);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ first: 0 }, 'first is 0; it must be from 1 to 200.'],
    [{ first: 201 }, 'first is 201; it must be from 1 to 200.'],
    [{ first: -1 }, 'first is -1; it must be from 1 to 200.'],
    [{ last: 0 }, 'last is 0; it must be from 1 to 200.'],
    [{ first: 5, last: 5 }, 'first and last were both given; give one of them.'],
    [{ after: 'x', before: 'y' }, 'after and before were both given; give one of them.'],
    [{ last: 5, after: 'x' }, 'first goes with after, last goes with before.'],
    [{ first: 5, before: 'x' }, 'first goes with after, last goes with before.'],
    [{ offset: -1 }, 'offset is -1; it must be 0 or more and stand without a cursor.'],
    [{ offset: 5, last: 5 }, 'offset is 5; it must be 0 or more and stand without a cursor.'],
  ])('refuses %j', async (variables, message) => {
    const answer = await ask(service, PLANNER, LIST, variables);

    expect(refusal(answer).slice(1)).toEqual(['BAD_INPUT', message]);
  });

  const cursorOf = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const ANY_ID = '00000000-0000-4000-8000-000000000000';
  it.each([
    ['no cursor at all', 'abc'],
    ['not a list', Buffer.from('{"a":1}').toString('base64url')],
    ['of another order', cursorOf('NAME', true, 'x', ANY_ID)],
    ['of another direction', cursorOf('RISK', false, '100', ANY_ID)],
    ['with a value that is no number', cursorOf('RISK', true, '1; drop table plans', ANY_ID)],
    ['with an id that is none', cursorOf('RISK', true, '100', 'x'.repeat(36))],
    ['with dashes for an id', cursorOf('RISK', true, '100', '-'.repeat(36))],
    ['too long', cursorOf('RISK', true, '9'.repeat(40), ANY_ID)],
    ['short', cursorOf('RISK', true)],
  ])('refuses a cursor that is %s', async (_name, after) => {
    const answer = await ask(service, PLANNER, LIST, { after });

    expect(refusal(answer).slice(1)).toEqual([
      'BAD_INPUT',
      `The cursor "${after}" does not belong to this list; start again without it.`,
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['NAME', { by: 'NAME', direction: 'ASCENDING' }],
    ['LAST_VISIT', { by: 'LAST_VISIT', direction: 'ASCENDING' }],
    ['CAPACITY', { by: 'CAPACITY', direction: 'ASCENDING' }],
  ])('refuses a cursor by %s whose value cannot be stored or read', async (by, order) => {
    for (const value of ['\u0000', '2026-02-30', '99999999999', '\ud800']) {
      const answer = await ask(service, PLANNER, LIST, { order, after: cursorOf(by, false, value, ANY_ID) });

      expect([value, answer.code ?? 'answered']).not.toEqual([value, 'INTERNAL']);
    }
  });

  it('finds a place by its name, in whatever case and order of words', async () => {
    const place = places.find(({ name }) => /^\p{L}+ \p{L}+$/u.test(name))!;
    const [first = '', second = ''] = place.name.split(' ');

    expect(await found({ search: place.name })).toContain(place.id);
    expect(await found({ search: `  ${second.toUpperCase()}  ${first.toLowerCase()} ` })).toContain(place.id);
  });

  it('finds a place by its address', async () => {
    const place = places.find(({ address }) => address?.town)!;
    const { street, postalCode, town } = place.address!;

    const ids = await found({ search: `${street}, ${postalCode} ${town}` });

    expect(ids).toContain(place.id);
    expect(ids.length).toBeLessThan(places.length / 2);
  });

  it.each(['cvrNumbers', 'pNumbers', 'sorCodes'] as const)(
    'finds places by one of their %s',
    async (numbers) => {
      const [number] = places.find((place) => place[numbers].length > 0)![numbers];

      const expected = places.filter((place) => place[numbers].includes(number!));

      expect(await found({ search: number })).toEqual(idsOf(expected));
    },
  );

  it('finds a place by the key that a register knows it by', async () => {
    const place = places.find(({ sources }) => sources.length > 1)!;

    expect(await found({ search: place.sources[1]!.sourceKey.toUpperCase() })).toContain(place.id);
  });

  it.each(['%', '_', '\\', '%%', "'; drop table facilities; --", '\u0000', '\ud800', 'x'.repeat(5_000)])(
    'takes %j for text to look for and nothing else',
    async (search) => {
      const answer = await ask(service, PLANNER, LIST, { filter: { search } });

      expect(['BAD_INPUT', undefined]).toContain(answer.code);
      expect(answer.body?.data ? (answer.body.data['facilities'] as Page).totalCount : 0).toBe(0);
    },
  );

  it('has every place when the search is empty', async () => {
    expect(await found({ search: '  ' })).toEqual(idsOf(places));
  });

  it('keeps only the places that a filter names', async () => {
    const place = places.find(
      ({ municipality, responsibleUnit, facilityType, score }) =>
        municipality && responsibleUnit && facilityType && score,
    )!;
    const municipalityCode = place.municipality!.code;
    const { responsibleUnit, facilityType } = place;
    const band = place.score!.band;
    const having = (keep: (each: Place) => boolean): string[] => idsOf(places.filter(keep));

    expect(await found({ municipalityCode })).toEqual(
      having((each) => each.municipality?.code === municipalityCode),
    );
    expect(await found({ responsibleUnit })).toEqual(
      having((each) => each.responsibleUnit === responsibleUnit),
    );
    expect(await found({ facilityType })).toEqual(having((each) => each.facilityType === facilityType));
    expect(await found({ band })).toEqual(having((each) => each.score?.band === band));
    expect(await found({ authority: 'STPS' })).toEqual(having((each) => each.authorities.includes('STPS')));
    expect(await found({ municipalityCode, band, facilityType })).toEqual(
      having(
        (each) =>
          each.municipality?.code === municipalityCode &&
          each.score?.band === band &&
          each.facilityType === facilityType,
      ),
    );
  });

  it('keeps only the places of a region', async () => {
    const regions = ['1081', '1082', '1083', '1084', '1085'];
    const each = await Promise.all(regions.map((regionCode) => found({ regionCode })));

    const placed = places.filter(({ municipality }) => municipality !== null);
    expect(each.flat().sort()).toEqual(idsOf(placed));
    expect(await found({ regionCode: '9999' })).toEqual([]);
  });

  it.each([
    ['an unknown sort', '{ facilities(order: { by: COLOUR }) { totalCount } }'],
    ['an unknown filter', '{ facilities(filter: { colour: "red" }) { totalCount } }'],
    ['an unknown field', '{ facilities { edges { node { colour } } } }'],
    ['a text for a number', '{ facilities(first: "5") { totalCount } }'],
    ['a broken question', '{ facilities { '],
    ['no question', ''],
  ])('says what is wrong with %s', async (_name, query) => {
    const answer = await ask(service, PLANNER, query);

    expect(['BAD_INPUT', 'MALFORMED']).toContain(answer.code);
    expect(answer.body?.errors?.[0]?.message).not.toBe('');
  });

  it('leaves out places that no register delivers any more, unless they are asked for', async () => {
    const [ended] = places;
    await service.database.asOwner((client) =>
      client.query(`update facility_profiles set ended_on = '2026-10-05' where facility_id = $1`, [
        ended!.id,
      ]),
    );

    expect(await found({})).toEqual(idsOf(places.slice(1)));
    expect(await found({ includeEnded: true })).toEqual(idsOf(places));
  });
});
