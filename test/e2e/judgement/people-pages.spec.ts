import { addDays, dayInDenmark } from '../../../src/domain/shared/day.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, told, worksAt } from '../graphql/people.js';
import { Visitor } from '../pages/visitor.js';

const TODAY = dayInDenmark(new Date());
const danish = (day: string): string => day.split('-').reverse().join('.');

const inspector = employee('VISITING_INSPECTOR');
const planner = employee('PLANNER');
const colleague: Identity = { ...employee('AUTHORITY_MANAGER'), person: 'Kirsten Kollega' };

describe('the pages where people judge', () => {
  let service: RunningService;
  let place: string;
  let unit: string;
  beforeAll(async () => {
    service = await startService();
    await service.database.asOwner((client) =>
      client.query(`update risk_scores score set band = (array['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'])[quarter]
        from (select facility_id, ntile(4) over (order by points, facility_id) as quarter from risk_scores where authority = 'COMBINED') ranked
        where score.facility_id = ranked.facility_id and score.authority = 'COMBINED'`),
    );
    const answer = await told<{ facilities: { edges: { node: { id: string; responsibleUnit: string | null; standing: { modelBand: string } } }[] } }>(
      service, planner, '{ facilities(first: 100) { edges { node { id responsibleUnit standing { modelBand } } } } }');
    const found = answer.facilities.edges.find(({ node }) => node.standing.modelBand === 'LOW' && node.responsibleUnit)!;
    place = found.node.id;
    unit = found.node.responsibleUnit!;
  }); // prettier-ignore
  afterAll(() => service.close());

  const judging = (path = ''): string => `/tilbud/${place}/vurdering${path}`;

  it('shows an inspector the score when they have locked what they found, and never before', async () => {
    const visitor = new Visitor(service, inspector);
    const before = await visitor.open(`/tilbud/${place}`);
    expect(before.html).toContain('Du ser ikke scoren endnu');
    expect(before.html).not.toContain('af 100 point');

    const sheet = { besoegt: danish(TODAY), alvorligt: 'NEJ', konklusion: 'Rolige rammer og rene rum.' };
    const refused = await visitor.post(judging('/fund'), { ...sheet, konklusion: 'Fint' });
    expect([refused.status, refused.location]).toEqual([422, null]);
    expect(refused.html).toContain('Konklusion: skriv mindst 10 tegn');
    expect(refused.html).toContain('>Fint</textarea>');

    const locked = await visitor.post(judging('/fund'), sheet);
    expect([locked.status, locked.location]).toEqual([303, `${judging()}?gemt=ja`]);
    expect((await visitor.open(`/tilbud/${place}`)).html).toContain('af 100 point');
  });

  it('lets a planner set a far band, which a colleague finds among their tasks and confirms', async () => {
    const visitor = new Visitor(service, planner);
    const form = { niveau: 'VERY_HIGH', aarsag: 'SEEN_ON_VISIT', forklaring: 'Lederen er rejst og vagterne er ubesatte.', udloeber: danish(addDays(TODAY, 60)) };
    const refused = await visitor.post(judging('/niveau'), { ...form, forklaring: 'Beboer 010190-1234 er væk', udloeber: 'snart' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Forklaring: teksten ligner et personnummer');
    expect(refused.html).toContain('Udløber: skriv en dag som 31.12.2026');
    expect(refused.html).toContain('value="snart"');
    const late = await visitor.post(judging('/niveau'), { ...form, udloeber: danish(addDays(TODAY, 400)) });
    expect([late.status, late.html.includes('Det kunne ikke gemmes')]).toEqual([422, true]);

    expect((await visitor.post(judging('/niveau'), form)).status).toBe(303);
    expect((await visitor.open(judging())).html).toContain('Afventer en anden person');

    const other = new Visitor(service, colleague);
    const tasks = await other.open('/opgaver');
    expect(tasks.html).toContain('Fra Lav til Meget høj');
    const page = await other.open(judging());
    const [, action] = /action="([^"]+\/niveau\/[^"]+)"/.exec(page.html)!;
    expect((await visitor.post(action!, { trin: 'CONFIRMED' })).status).toBe(422);
    expect((await other.post(action!, { trin: 'CONFIRMED' })).status).toBe(303);
    const facility = await other.open(`/tilbud/${place}`);
    expect(facility.html).toContain('Modellens niveau: Lav.');
    expect((await other.open('/opgaver')).html).toContain('Ingen niveauer venter');
    expect((await visitor.open('/tilsyn')).html).toContain('modellen: Lav');
  }); // prettier-ignore

  it('puts a serious event on top of the list and on the page until it is resolved', async () => {
    const visitor = new Visitor(service, inspector);
    const form = { haendelse: 'FATALITY', sket: danish(TODAY), deling: 'ALLE', beskrivelse: 'En beboer er fundet død i nat.' };
    expect((await visitor.post(judging('/haendelse'), { ...form, haendelse: '' })).html).toContain('Hvad er der sket?: vælg på listen');
    expect((await visitor.post(judging('/haendelse'), form)).status).toBe(303);

    const list = await new Visitor(service, employee('PLANNER', 'STPS')).open('/tilsyn');
    expect(/<tbody>.*?<a href="\/tilbud\/([^"]+)"/s.exec(list.html)![1]).toBe(place);
    expect(list.html).toContain('Alvorlig hændelse: Dødsfald');
    expect((await new Visitor(service, worksAt(place)).open(`/tilbud/${place}`)).html).not.toContain('Alvorlig hændelse');

    const page = await visitor.open(judging());
    const [, action] = /action="([^"]+\/haendelse\/[^"]+)"/.exec(page.html)!;
    expect((await visitor.post(action!, { loesning: 'kort' })).html).toContain('Hvad er der gjort?: skriv mindst 10 tegn');
    expect((await visitor.post(action!, { loesning: 'Besøgt samme dag og afsluttet.' })).status).toBe(303);
    expect((await visitor.open('/tilsyn')).html).not.toContain('Alvorlig hændelse: Dødsfald');
  }); // prettier-ignore

  it('lets a place contest a datum and read the answer, but not who gave it', async () => {
    const own = new Visitor(service, worksAt(place));
    const path = `/tilbud/${place}/indsigelser`;
    const page = await own.open(path);
    const [, datum] = /<option value="(socialtilsynet:[^"]+ name)"/.exec(page.html)!;
    const refused = await own.post(path, { oplysning: datum!, indsigelse: 'kort' });
    expect([refused.status, refused.html.includes('>kort</textarea>')]).toEqual([422, true]);
    expect((await own.post(path, { oplysning: 'nonsense', indsigelse: 'Vi hedder noget andet nu.' })).status).toBe(422);
    expect((await own.post(path, { oplysning: datum!, indsigelse: 'Vi hedder noget andet nu.' })).status).toBe(303);
    expect((await own.open(path)).html).toContain('Navn: Modtaget');

    const clerk = new Visitor(service, { ...employee('REGISTER_CLERK', unit as 'STPS'), person: 'Rikke Register' });
    expect((await clerk.open('/opgaver')).html).toContain(path);
    expect((await clerk.open(`/tilbud/${place}`)).html).toContain('Stedet har gjort indsigelse mod en oplysning');
    const [, action] = /action="([^"]+\/svar)"/.exec((await clerk.open(path)).html)!;
    expect((await clerk.post(action!, { afgoerelse: 'TAKEN_UP' })).status).toBe(303);
    expect((await clerk.post(action!, { afgoerelse: 'CORRECTED', svar: 'kort' })).status).toBe(422);
    expect((await clerk.post(action!, { afgoerelse: 'CORRECTED', svar: 'Navnet rettes i næste leverance.' })).status).toBe(303);

    const answered = await own.open(path);
    expect(answered.html).toContain('Navn: Rettes i registret');
    expect(answered.html).toContain('Navnet rettes i næste leverance.');
    expect(answered.html).not.toContain('Rikke Register');
    expect((await clerk.open(path)).html).toContain('Rikke Register');
    expect((await own.open(judging())).status).toBe(403);
    expect((await own.open('/opgaver')).status).toBe(403);
  }); // prettier-ignore

  it('says on every page of staff that the random share is reduced, until it is restored', async () => {
    const owner = new Visitor(service, employee('MODEL_OWNER'));
    const manager = new Visitor(service, colleague);
    const change = { procent: '0', begrundelse: 'Vi mangler tilsynsførende' };
    expect((await owner.post('/udtagelse/andel', { ...change, procent: '101' })).html).toContain('skriv et tal fra 0 til 100');
    expect((await owner.post('/udtagelse/andel', change)).status).toBe(303);
    const [, action] = /action="(\/udtagelse\/andel\/\d+)"/.exec((await manager.open('/udtagelse')).html)!;
    expect((await owner.post(action!, {})).status).toBe(422);
    expect((await owner.open('/tilsyn')).html).not.toContain('Stikprøven er sat ned');
    expect((await manager.post(action!, {})).status).toBe(303);

    for (const path of ['/tilsyn', '/plan', `/tilbud/${place}`, '/opgaver']) {
      expect([path, (await manager.open(path)).html.includes('Stikprøven er sat ned')]).toEqual([path, true]);
    }
    expect((await new Visitor(service, worksAt(place)).open(`/tilbud/${place}`)).html).not.toContain('Stikprøven');

    expect((await owner.post('/udtagelse/andel', { ...change, procent: '10' })).status).toBe(303);
    expect((await manager.open('/tilsyn')).html).not.toContain('Stikprøven er sat ned');
  }); // prettier-ignore

  it('tells the manager who had seen which score before locking', async () => {
    const { html } = await new Visitor(service, colleague).open('/udtagelse');

    expect(html).toContain('Kendte den tilsynsførende scoren?');
    expect(html).toContain(inspector.person);
    expect(html).toContain('For få tilfældige besøg');
    expect((await new Visitor(service, inspector).open('/udtagelse')).status).toBe(403);
  });
});
