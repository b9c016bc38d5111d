import { Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  buildSchema,
  execute,
  getNamedType,
  GraphQLID,
  isObjectType,
  parse,
  type ExecutionResult,
} from 'graphql';
import type { AuditEntry } from '../../src/audit/audit-entry.js';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import { AuditRepository } from '../../src/audit/audit.repository.js';
import { AuditTrail } from '../../src/audit/audit-trail.js';
import { AuditVerifier } from '../../src/audit/audit-verifier.service.js';
import { Transactions } from '../../src/database/transactions.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { executeAs } from '../../src/graphql/execute-as.js';
import { noteAnswers } from '../../src/graphql/note-answers.js';
import { RequestLoaders, type RequestContext } from '../../src/graphql/request-context.js';
import { ask, CLERK, PLANNER, send } from '../support/asking.js';
import { startService, type RunningService } from '../support/running-service.js';

interface FacilityNode {
  id: string;
  visits: { visitKey: string; findings: unknown[] }[];
}

describe('the audit log of a running service', () => {
  let service: RunningService;
  let seen = 0;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  /** What was logged since the last call. */
  async function logged(): Promise<AuditEntry[]> {
    const entries = await service.app.get(AuditRepository).entriesBetween(seen, 1_000_000, 1_000);
    seen = entries.at(-1)?.sequence ?? seen;
    return entries;
  }
  beforeEach(logged);

  async function firstFacility(): Promise<string> {
    const { body } = await ask(service, PLANNER, '{ facilities(first: 1) { edges { node { id } } } }');
    return (body?.data?.['facilities'] as { edges: { node: { id: string } }[] }).edges[0]!.node.id;
  }

  async function scored(id: string): Promise<void> {
    const state = async (): Promise<unknown> =>
      (await ask(service, PLANNER, `{ riskRun(id: "${id}") { state } }`)).body?.data?.['riskRun'];
    while (((await state()) as { state: string }).state === 'RUNNING')
      await new Promise((done) => setTimeout(done, 50));
  }

  it('holds every object of an answer under its key, in entries that carry who asked', async () => {
    const { body } = await ask(
      service,
      PLANNER,
      `query Overview { facilities(first: 5) { edges { node {
         id score { points } visits(first: 3) { visitKey findings { topic } } } } } }`,
    );
    const entries = await logged();

    const nodes = (body?.data?.['facilities'] as { edges: { node: FacilityNode }[] }).edges.map(
      ({ node }) => node,
    );
    const visits = nodes.flatMap((node) => node.visits);
    const ids = nodes.map(({ id }) => id).sort();
    expect(entries.map(({ objectKind, objectCount }) => [objectKind, objectCount])).toEqual([
      ['Facility', 5],
      ['FacilityScore', 5],
      ['Finding', visits.flatMap(({ findings }) => findings).length],
      ['InspectionVisit', visits.length],
    ]);
    expect(visits.length).toBeGreaterThan(5);
    expect([...entries[0]!.facilityIds].sort()).toEqual(ids);
    expect([...entries[0]!.objectIds].sort()).toEqual(ids);
    expect([...entries[3]!.objectIds].sort()).toEqual(visits.map(({ visitKey }) => visitKey).sort());
    for (const entry of entries) {
      expect(entry).toMatchObject({
        person: 'planner',
        role: 'PLANNER',
        authority: 'SOCIALTILSYNET',
        unit: 'SOCIALTILSYN_MIDT',
        action: 'READ',
        outcome: 'DONE',
        operation: 'query Overview: facilities',
        correlationId: entries[0]!.correlationId,
      });
    }
  });

  it('holds the places also where the question asked for no id, or gave it another name', async () => {
    await ask(service, PLANNER, '{ facilities(first: 3) { edges { node { name } } } }');
    await ask(service, PLANNER, '{ facilities(first: 2) { edges { node { known: id } } } }');

    expect((await logged()).map(({ facilityIds }) => facilityIds.length)).toEqual([3, 2]);
  });

  it('holds a question that showed nothing', async () => {
    await ask(service, PLANNER, '{ facility(id: "00000000-0000-4000-8000-000000000000") { id } }');

    expect(await logged()).toMatchObject([
      { operation: 'query: facility', objectKind: null, objectCount: 0, outcome: 'DONE' },
    ]);
  });

  it('holds what was refused and what failed', async () => {
    const facilityUser: Identity = {
      role: 'FACILITY_USER',
      person: 'tilbud',
      facilityId: await firstFacility(),
    };
    seen = (await service.app.get(AuditRepository).head()).sequence;
    await ask(service, facilityUser, '{ facilities { totalCount } }');
    await ask(service, PLANNER, '{ facilities(first: -1) { totalCount } }');
    await ask(service, CLERK, 'mutation { importDrop(input: { drop: "none" }) { id } }');

    expect(await logged()).toMatchObject([
      { person: 'tilbud', actingFor: facilityUser.facilityId, outcome: 'REFUSED', objectCount: 0 },
      { person: 'planner', action: 'READ', outcome: 'FAILED', objectCount: 0 },
      { person: 'clerk', action: 'WRITE', outcome: 'FAILED', operation: 'mutation: importDrop' },
    ]);
  });

  it('holds a change with the object that came of it', async () => {
    const modelOwner: Identity = { ...PLANNER, role: 'MODEL_OWNER', person: 'modelansvarlig' };
    const { body } = await ask(service, modelOwner, 'mutation { rescore { id } }');
    const entries = await logged();
    await scored((body?.data?.['rescore'] as { id: string }).id);

    expect(entries).toMatchObject([
      {
        person: 'modelansvarlig',
        action: 'WRITE',
        outcome: 'DONE',
        objectKind: 'RiskRun',
        objectIds: [(body?.data?.['rescore'] as { id: string }).id],
      },
    ]);
  });

  it('holds what a page showed, like what the API showed', async () => {
    const headers = { authorization: `Bearer ${service.ticketFor(PLANNER)}` };
    const { status } = await send(service, '/tilsyn', { headers });
    const entries = await logged();

    expect(status).toBe(200);
    expect(entries).toContainEqual(
      expect.objectContaining({ person: 'planner', action: 'READ', objectKind: 'Facility' }),
    );
    expect(entries.find(({ objectKind }) => objectKind === 'Facility')?.objectCount).toBeGreaterThan(10);
    expect(new Set(entries.map(({ correlationId }) => correlationId)).size).toBe(1);
  });

  it('verifies', async () => {
    expect((await service.app.get(AuditVerifier).verify()).problems).toEqual([]);
  });

  it('is written for every type of the schema that has an id', () => {
    const types = Object.values(service.app.get(GraphQLSchemaHost).schema.getTypeMap());
    const withId = types
      .filter(isObjectType)
      .filter((type) =>
        Object.values(type.getFields()).some((field) => getNamedType(field.type) === GraphQLID),
      );

    expect(withId.length).toBeGreaterThan(5);
    expect(withId.filter(({ isTypeOf }) => typeof isTypeOf !== 'function')).toEqual([]);
  });

  it('decides whether there is an answer: without it a reader gets nothing', async () => {
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const asOwner = (sql: string): Promise<unknown> =>
      service.database.asOwner((client) => client.query(sql));
    await asOwner('revoke execute on function append_audit_entries from samtilsyn_application');
    try {
      const { body } = await ask(service, PLANNER, '{ facilities(first: 2) { edges { node { name } } } }');

      expect(body?.data ?? null).toBeNull();
      expect(body?.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
      expect(error).toHaveBeenCalledTimes(1);
    } finally {
      error.mockRestore();
      await asOwner('grant execute on function append_audit_entries to samtilsyn_application');
    }
    await ask(service, PLANNER, '{ facilities(first: 2) { edges { node { name } } } }');
    expect(await logged()).toMatchObject([{ objectCount: 2 }]);
  });

  it('decides whether a change stands: without it nothing is changed', async () => {
    const transactions = service.app.get(Transactions);
    const schema = noteAnswers(
      buildSchema('type Query { a: Int } type Mutation { add: Place } type Place { id: ID! }'),
    );
    const id = crypto.randomUUID();
    const rootValue = {
      add: async () => {
        await transactions.query('insert into facilities (id) values ($1)', [id]);
        return { id };
      },
    };
    const add = (log: AuditLog): Promise<ExecutionResult> => {
      const identity: Identity = { role: 'SERVICE', person: 'spec' };
      const contextValue: RequestContext = {
        req: { on: () => undefined } as never,
        identity,
        loaders: new RequestLoaders(),
        trail: new AuditTrail(),
      };
      return executeAs(
        transactions,
        log,
        { schema, document: parse('mutation { add { id } }'), rootValue, contextValue },
        execute,
      );
    };
    const exists = async (): Promise<boolean> =>
      (await service.database.asOwner((client) => client.query('select from facilities where id = $1', [id])))
        .rowCount === 1;
    const broken = new AuditLog(service.app.get(AuditRepository), {
      keys: undefined as never,
      checkpointFile: '',
    });

    await expect(add(broken)).rejects.toThrow(TypeError);
    expect(await exists()).toBe(false);
    expect(await logged()).toEqual([]);

    expect((await add(service.app.get(AuditLog))).errors).toBeUndefined();
    expect(await exists()).toBe(true);
    expect(await logged()).toMatchObject([
      { action: 'WRITE', outcome: 'DONE', objectKind: 'Place', objectIds: [id] },
    ]);
  });
});

describe(noteAnswers.name, () => {
  it('refuses a union whose objects it could not tell apart', () => {
    const schema = buildSchema(
      'type Query { any: Any } union Any = A | B type A { id: ID } type B { id: ID }',
    );

    expect(() => noteAnswers(schema)).toThrow('The type Any needs a resolveType');
  });
});
