import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, GraphQLID, type GraphQLSchema } from 'graphql';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { Planner } from '../../../src/planning/planner.service.js';
import { day } from '../../../src/domain/shared/day.js';
import { ask, send } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { listenToStatements } from '../graphql/listen-to-statements.js';
import { employee, worksAt } from '../graphql/people.js';

const NOTHING = '00000000-0000-4000-8000-000000000000';

/** What somebody asks by id: the arguments besides the id, and something to ask for. */
const REST: Readonly<Record<string, string>> = {
  plannedVisit: '(id: "$", planId: "$") { id }',
  planDifferences: '(from: "$", to: "$") { kind }',
  checkPlanChange: '(input: { planId: "$", kind: PART_DROPPED, visitId: "$" }) { token }',
  matchPair: '(leftKey: "$", rightKey: "$") { leftKey }',
};

/**
 * For what somebody may not see the service must not do anything else than for what is not there: the same statements in
 * the same order, and the same answer. How long it takes then follows from nothing but the database's caches.
 */
describe('what may not be seen takes the same way as what is not there', () => {
  let service: RunningService;
  let ids: Readonly<Record<string, string>>;
  let askers: readonly Identity[];
  beforeAll(async () => {
    service = await startService();
    await service.app.get(Planner).makePlans(day('2026-10-05'), 'test', () => undefined);
    ids = await service.database.asOwner(async (client) => {
      const { rows } = await client.query<Record<string, string>>(
        `select (select facility_id::text from facility_profiles where facility_id in (select facility_id from planned_visits)
             order by operator_cvr_number limit 1) as facility,
           (select visit_id::text from planned_visits limit 1) as "plannedVisit",
           (select id::text from plans limit 1) as plan, (select id::text from import_runs limit 1) as "importRun",
           (select id::text from risk_runs limit 1) as "riskRun", (select id::text from quarantined_rows limit 1) as "quarantinedRow",
           (select id::text from deliveries limit 1) as "rollbackConsequences", (select left_key from match_candidates limit 1) as "matchPair",
           (select facility_id::text from facility_profiles where operator_cvr_number is not null order by operator_cvr_number desc limit 1) as own,
           (select operator_cvr_number from facility_profiles order by operator_cvr_number desc nulls last limit 1) as cvr`,
      );
      return rows[0]!;
    });
    expect(ids['own']).not.toBe(ids['facility']);
    askers = [
      worksAt(ids['own']!),
      { role: 'OPERATOR_USER', person: 'operator', cvrNumber: ids['cvr']! },
      { role: 'MINISTRY_ANALYST', person: 'analyst' },
      { role: 'INTEGRATION_CLIENT', person: 'machine', authority: 'STPS', unit: 'STPS' },
      { role: 'AUDITOR', person: 'auditor' },
    ];
  });
  afterAll(() => service.close());

  const schema = (): GraphQLSchema => service.app.get(GraphQLSchemaHost).schema;

  /** Every query that takes an id. */
  function objectQueries(): string[] {
    return Object.values(schema().getQueryType()!.getFields()).flatMap(({ name, args }) =>
      args.some(({ type }) => getNamedType(type) === GraphQLID) || name in REST ? [name] : [],
    );
  }

  function question(name: string, id: string): string {
    const { args, type } = schema().getQueryType()!.getFields()[name]!;
    const argument = args.find((each) => getNamedType(each.type) === GraphQLID)?.name;
    const rest = REST[name] ?? `(${argument}: "$") { __typename }`;
    return `{ ${name}${(type.toString() === 'Int' ? rest.replace(/ \{.*/, '') : rest).replaceAll('$', id)} }`;
  }

  /** What is asked of the database, without ids, and what is answered. */
  async function wayOf(work: () => Promise<unknown>): Promise<unknown> {
    const statements: string[] = [];
    const stop = listenToStatements(service, (sql) => {
      // Looked up anew only where something else was logged in between.
      if (!sql.includes('from audit_head()')) statements.push(sql.replace(/\s+/g, ' ').trim());
    });
    try {
      return { answer: await work(), statements: [...statements] };
    } finally {
      stop();
    }
  }

  const answered = (asker: Identity, name: string, id: string): Promise<unknown> =>
    wayOf(async () => {
      const { status, text } = await ask(service, asker, question(name, id));
      return [status, text.replaceAll(id, '$')];
    });

  it('through every query by id, for a place, an operator and everybody else outside the authorities', async () => {
    expect(objectQueries()).toEqual(expect.arrayContaining(['facility', 'plannedVisit', 'importRun', 'rollbackConsequences']));
    for (const asker of askers) {
      for (const name of objectQueries()) {
        const hidden = ids[name] ?? ids['plan']!;
        await answered(asker, name, NOTHING); // so that both are known questions
        const there = await answered(asker, name, hidden);
        const missing = await answered(asker, name, NOTHING);
        expect({ asker: asker.role, name, way: there }).toEqual({ asker: asker.role, name, way: missing });
        expect((there as { statements: string[] }).statements.length).toBeGreaterThan(0);
      }
    }
  }); // prettier-ignore

  it('for what is another authority’s alone', async () => {
    const socialtilsynet = await service.database.asOwner(async (client) => {
      const { rows } = await client.query<{ delivery: string; row: string }>(
        `select (select id::text from deliveries where source = 'SOCIALTILSYNET' limit 1) as delivery,
           (select id::text from quarantined_rows where source = 'SOCIALTILSYNET' limit 1) as row`,
      );
      return rows[0]!;
    });
    for (const [name, id] of [['rollbackConsequences', socialtilsynet.delivery], ['quarantinedRow', socialtilsynet.row]] as const) {
      for (const clerk of [employee('REGISTER_CLERK', 'STPS'), employee('AUTHORITY_MANAGER', 'ARBEJDSTILSYNET')]) {
        await answered(clerk, name, NOTHING);
        expect(await answered(clerk, name, id)).toEqual(await answered(clerk, name, NOTHING));
      }
    }
  }); // prettier-ignore

  it('on pages', async () => {
    for (const asker of askers.slice(0, 2)) {
      const page = (id: string): Promise<unknown> =>
        wayOf(async () => {
          const { status, text, headers } = await send(service, `/tilbud/${id}`, {
            headers: { authorization: `Bearer ${service.ticketFor(asker)}`, accept: 'text/html' },
          });
          const kept = ['etag', 'cache-control', 'location', 'set-cookie'].map((name) => headers.get(name));
          return [status, kept, text.replaceAll(id, '$')];
        });
      await page(NOTHING);

      const there = await page(ids['facility']!);
      expect(there).toEqual(await page(NOTHING));
      expect((there as { answer: unknown[] }).answer[0]).toBe(404);
    }
  });

  it('is found out when it does not: what may be seen takes another way', async () => {
    const own = await answered(askers[0]!, 'facility', ids['own']!);

    expect(own).not.toEqual(await answered(askers[0]!, 'facility', NOTHING));
  });
});
