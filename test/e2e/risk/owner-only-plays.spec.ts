import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { ModelRegistry } from '../../../src/risk/model-registry.service.js';
import { RiskService } from '../../../src/risk/risk.service.js';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { wholeQuestion } from '../access/object-matrix/whole-question.js';
import { listenToStatements } from '../graphql/listen-to-statements.js';
import { employee, told, worksAt } from '../graphql/people.js';
import { Visitor } from '../pages/visitor.js';

const UNITS = [
  'SOCIALTILSYN_NORD',
  'SOCIALTILSYN_MIDT',
  'SOCIALTILSYN_SYD',
  'SOCIALTILSYN_OEST',
  'SOCIALTILSYN_HOVEDSTADEN',
] as const;
const OWN =
  '{ facilities(first: 200) { edges { node { id ownerScore { points unit mustVisitBy contributions { key hundredths } explanation { da } } } } } }';

interface Owned {
  readonly id: string;
  readonly ownerScore: {
    readonly points: number;
    readonly unit: string;
    readonly mustVisitBy: string;
    readonly contributions: readonly { readonly key: string | null; readonly hundredths: number }[];
    readonly explanation: readonly { readonly da: string }[];
  } | null;
} // prettier-ignore

/** Where two texts part, with some of what follows in each; null where they do not. */
function firstDifference(one: string, other: string): readonly string[] | null {
  if (one === other) return null;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60));
}

/**
 * Others who want to know of a concern: they ask for all that they may ask for while there are concerns and when there
 * are none. Where two answers differ, in a value, an order, an error, a log or in the work it took, they have learned
 * something. What tells the scoring itself apart (its id and time) is taken out.
 */
describe('others who try to find out about a concern', () => {
  let service: RunningService;
  let place: string;
  let strangers: readonly Identity[];
  let owned: readonly Owned[];
  let withConcerns: readonly Told[];

  interface Told {
    readonly answers: string;
    readonly statements: number;
    readonly page: string;
  }

  beforeAll(async () => {
    service = await startService();
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ id: string }>(
        `select link.facility_id::text as id from concern_reports concern join facility_links link using (source_key)
         join facility_profiles profile on profile.facility_id = link.facility_id
         where link.valid_to is null and profile.authorities @> '{SOCIALTILSYNET,ARBEJDSTILSYNET,STPS}'
         order by concern.gravity desc, concern.received_on desc, 1 limit 1`,
      ),
    );
    place = rows[0]!.id;
    strangers = [
      employee('PLANNER', 'ARBEJDSTILSYNET'),
      employee('AUTHORITY_MANAGER', 'STPS'),
      employee('MODEL_OWNER', 'STPS'),
      worksAt(place),
    ];
    // One version scores before and after, as it does once somebody has approved it.
    await service.app.get(ModelRegistry).approve(1, 'The only one there is.', 'spec');
    owned = await ownedBy();
    // Whatever is only built once is built before anybody counts.
    for (const stranger of strangers) await everythingFor(stranger);
    withConcerns = await everybody();
    await service.database.asOwner((client) => client.query('delete from concern_reports'));
    await service.app.get(RiskService).scoreAll('spec', () => undefined);
  });
  afterAll(() => service.close());

  const everybody = async (): Promise<Told[]> => {
    const told: Told[] = [];
    for (const stranger of strangers) told.push(await everythingFor(stranger));
    return told;
  };

  async function everythingFor(identity: Identity): Promise<Told> {
    const { schema } = service.app.get(GraphQLSchemaHost);
    const whole = wholeQuestion(schema, 'facility', { 'Query.facility': `id: "${place}"`, 'Facility.masterData': '' });
    const list = '{ facilities(first: 200) { totalCount edges { node { id ownerScore { points } score { points band } } } } }';
    let statements = 0;
    const callOff = listenToStatements(service, () => (statements += 1));
    const answers = [await ask(service, identity, whole), await ask(service, identity, list)];
    callOff();
    // Only then the log, which is longer each time, and never tells of what was not shown.
    const log = await ask(service, identity, '{ auditEntries(first: 10) { objectKind objectCount operation outcome } }');
    const page = await new Visitor(service, identity).open(`/tilbud/${place}`);
    return {
      answers: JSON.stringify([...answers, log].map(({ status, body, code }) => [status, body?.data, code])).replaceAll(/"scoredAt":"[^"]+"/g, ''),
      statements,
      page: `${page.status} ${page.html.replaceAll(/nonce="[^"]+"/g, '')}`,
    };
  } // prettier-ignore

  async function ownedBy(): Promise<Owned[]> {
    const all = await Promise.all(
      UNITS.map((unit) =>
        told<{ facilities: { edges: { node: Owned }[] } }>(service, employee('PLANNER', unit), OWN),
      ),
    );
    return all.flatMap(({ facilities }) =>
      facilities.edges.map(({ node }) => node).filter(({ ownerScore }) => ownerScore !== null),
    );
  }

  it('learn nothing: no value, sum, order, day, error, page, log or amount of work differs', async () => {
    const without = await everybody();

    for (const [index, { role }] of strangers.entries()) {
      const [before, after] = [withConcerns[index]!, without[index]!];
      expect([role, firstDifference(before.answers, after.answers)]).toEqual([role, null]);
      expect([role, firstDifference(before.page, after.page)]).toEqual([role, null]);
      expect([role, after.statements]).toEqual([role, before.statements]);
    }
    expect(withConcerns[0]!.answers.length).toBeGreaterThan(2_000);
    expect(withConcerns[0]!.statements).toBeGreaterThan(10);
    expect(withConcerns.map(({ answers }) => /"ownerScore":\{/.test(answers))).toEqual(strangers.map(() => false));
  }); // prettier-ignore

  it('and the owner sees its own places alone, with terms that sum to the points, and the difference', async () => {
    expect(owned.length).toBeGreaterThan(20);
    expect(new Set(owned.map(({ id }) => id)).size).toBe(owned.length);
    for (const { ownerScore } of owned) {
      const { points, contributions, explanation } = ownerScore!;
      expect(contributions.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(points);
      expect(explanation[0]!.da).toContain('Henvendelser udgør');
    }
    const before = owned.find(({ id }) => id === place)!;
    const after = (await ownedBy()).find(({ id }) => id === place)!;

    expect(after.ownerScore!.points).not.toBe(before.ownerScore!.points);
    const inspectors = await told<{ facilities: { edges: { node: Owned }[] } }>(
      service,
      employee('VISITING_INSPECTOR', before.ownerScore!.unit as (typeof UNITS)[number]),
      OWN,
    );
    expect(inspectors.facilities.edges.every(({ node }) => node.ownerScore === null)).toBe(true);
  });
});
