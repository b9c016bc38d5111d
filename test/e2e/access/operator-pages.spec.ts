import type { Identity } from '../../../src/domain/shared/identity.js';
import { send } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';

interface Known {
  readonly id: string;
  readonly name: string;
  readonly cvr: string;
}

/** Whoever runs places sees them without knowing an id; no script is needed, since none runs here. */
describe('where operators, places and programs start', () => {
  let service: RunningService;
  let places: readonly Known[];
  beforeAll(async () => {
    service = await startService();
    const { rows } = await service.database.asOwner((client) =>
      client.query<Known>(
        `select facility_id::text as id, name, operator_cvr_number as cvr from facility_profiles
         where operator_cvr_number is not null and ended_on is null`,
      ),
    );
    places = rows;
  });
  afterAll(() => service.close());

  const operator = (cvrNumber: string): Identity => ({
    role: 'OPERATOR_USER',
    person: 'operator',
    cvrNumber,
  });
  const open = (path: string, identity: Identity): ReturnType<typeof send> =>
    send(service, path, {
      headers: { authorization: `Bearer ${service.ticketFor(identity)}`, accept: 'text/html' },
      redirect: 'manual',
    });
  const linksIn = (text: string): string[] => [...text.matchAll(/href="\/tilbud\/([0-9a-f-]{36})"/g)].map(([, id]) => id!); // prettier-ignore

  it('an operator starts from exactly its own places, and can open each', async () => {
    const byOperator = [...Map.groupBy(places, ({ cvr }) => cvr)].sort(([, a], [, b]) => b.length - a.length);
    const [[cvr, own], [otherCvr, others]] = byOperator as [[string, Known[]], [string, Known[]]];
    expect(own.length).toBeGreaterThan(1);

    const { status, text } = await open('/', operator(cvr));
    const links = [];
    for (let page = 1; page <= Math.ceil(own.length / 25); page += 1)
      links.push(...linksIn((await open(`/?side=${page}`, operator(cvr))).text));

    expect(status).toBe(200);
    expect(text).toContain('<h1>Jeres steder</h1>');
    expect(links.sort()).toEqual(own.map(({ id }) => id).sort());
    expect((await open(`/tilbud/${own[0]!.id}`, operator(cvr))).status).toBe(200);
    expect((await open(`/tilbud/${others[0]!.id}`, operator(cvr))).status).toBe(404);
    expect(linksIn((await open('/', operator(otherCvr))).text)).not.toContain(own[0]!.id);
  });

  it('says it in English, and says what to do where there is none', async () => {
    const { text } = await open('/?sprog=en', operator(places[0]!.cvr));
    const none = await open('/', operator('99999999'));

    expect(text).toContain('Your places');
    expect(text).not.toContain('Jeres steder');
    expect(none.text).toContain('Registrene kender ingen steder');
    expect(linksIn(none.text)).toEqual([]);
  });

  it('tells nothing of risk, plans or visits to come', async () => {
    const { text } = await open('/', operator(places[0]!.cvr));

    expect(text.slice(text.indexOf('<main'), text.indexOf('</main'))).not.toMatch(
      /risiko|score|planlagt|uge \d/i,
    );
  });

  it('somebody of a place lands on it', async () => {
    const { id } = places[0]!;
    const { status, headers } = await open('/', { role: 'FACILITY_USER', person: 'user', facilityId: id });

    expect([status, headers.get('location')]).toEqual([303, `/tilbud/${id}`]);
  });

  it('a program reads, page by page, which place each of its own records belongs to', async () => {
    const machine: Identity = { role: 'INTEGRATION_CLIENT', person: 'machine', authority: 'STPS', unit: 'STPS' };
    const ask = async (args: string): Promise<{ sourceKey: string; authority: string; facilityId: string }[]> => {
      const { body } = await send(service, '/graphql', {
        method: 'POST',
        headers: { authorization: `Bearer ${service.ticketFor(machine)}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ recordLinks(${args}) { sourceKey authority facilityId } }` }),
      });
      return (body as { data: { recordLinks: [] } }).data.recordLinks;
    };
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ key: string }>(
        `select source_key || ' ' || facility_id as key from facility_links join source_records using (source_key)
         where valid_to is null and authority = 'STPS' order by source_key collate "C", facility_id`,
      ),
    );

    const read: string[] = [];
    for (let after = ''; ; ) {
      const page = await ask(`first: 7, after: "${after}"`);
      if (page.length === 0) break;
      expect(page.every(({ authority }) => authority === 'STPS')).toBe(true);
      read.push(...page.map(({ sourceKey, facilityId }) => `${sourceKey} ${facilityId}`));
      after = page.at(-1)!.sourceKey;
    }

    expect(rows.length).toBeGreaterThan(7);
    expect(read).toEqual(rows.map(({ key }) => key));
  }); // prettier-ignore
});
