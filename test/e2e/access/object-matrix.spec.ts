import path from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { TadaDocumentNode } from 'gql.tada';
import { execute, getNamedType, isObjectType, parse, type GraphQLOutputType } from 'graphql';
import { ADDRESS_ROLES } from '../../../src/access/matrix/visibility.js';
import { SEEN_OBJECTS } from '../../../src/access/matrix/seen-objects.js';
import { AuditTrail } from '../../../src/audit/audit-trail.js';
import { classesOf, entryPointsOf } from '../../../src/cli/access/entry-points.js';
import { fieldsOf } from '../../../src/cli/access/missing-rows.js';
import { Transactions } from '../../../src/database/transactions.js';
import { writeDemoDrop } from '../../../src/demo/write-demo-drop.js';
import { Importer } from '../../../src/deliveries/import/importer.service.js';
import type { ResponsibleUnit } from '../../../src/domain/shared/authority.js';
import { day } from '../../../src/domain/shared/day.js';
import {
  ROLES,
  SERVICE_IDENTITY,
  STAFF_ROLES,
  type Identity,
  type Role,
} from '../../../src/domain/shared/identity.js';
import { Ask } from '../../../src/graphql/ask.js';
import { RequestLoaders, type RequestContext } from '../../../src/graphql/request-context.js';
import { Planner } from '../../../src/planning/planner.service.js';
import { RiskService } from '../../../src/risk/risk.service.js';
import { crisisCentre, FURTHER_ROWS, TELLS_ADDRESS } from '../../factories/every-table.js';
import { writeDrop } from '../../factories/drops.js';
import { send } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { da } from '../../../src/wording/da.js';
import { CalendarQuery } from '../../../src/web/calendar/calendar.query.js';
import { visitsAsCsv } from '../../../src/web/calendar/plan-file.js';
import { employee, worksAt } from '../graphql/people.js';
import { isWithin } from './object-matrix/is-within.js';
import { ToldAnswer, withoutCounted, type Tally } from './object-matrix/told-answer.js';
import { wholeQuestion } from './object-matrix/whole-question.js';
import { readWorld, type World } from './object-matrix/world.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * Arguments of fields that need some, by `Type.field`, as they are written. A query that is new and needs arguments
 * stands here with values under which it answers something.
 */
const ARGUMENTS: Record<string, string> = {
  'Query.facilities': 'first: 100, order: { by: NAME }',
  'Query.modelRecord': 'version: 1',
  'Query.versionConsequences': 'version: 1',
  // Asking is logged too: only what was there before.
  'Query.auditEntries': 'before: 8',
};

/** Rows that no import and no planning makes, in the order in which they are added. */
const MADE_UP = [
  FURTHER_ROWS['inspection_visits']!,
  FURTHER_ROWS['sharing_policies']!,
  FURTHER_ROWS['held_texts']!.replaceAll('T1/A1', 'T3/A1'),
  FURTHER_ROWS['facility_data_uses']!,
  FURTHER_ROWS['serious_events']!,
  FURTHER_ROWS['band_overrides']!,
  FURTHER_ROWS['data_contests']!,
  FURTHER_ROWS['findings_sheets']!,
  FURTHER_ROWS['locked_by_an_inspector']!,
  FURTHER_ROWS['random_share_changes']!,
  FURTHER_ROWS['random_draws']!,
  `insert into model_decisions (version, decision, reason, decided_by) values (1, 'APPROVED', 'Made up for specs', 'spec')`,
  `update facility_profiles set ended_on = '2026-09-01' where facility_id = (select facility_id from facility_links
     join source_records using (source_key) where not hides_address order by source_key limit 1)`,
  `insert into source_record_versions select source_key, known_on - 30, authority, facts || '{"name": "Et tidligere navn"}'
   from source_record_versions`,
  // Every second one complied with; what is open stands among the follow-ups.
  `update findings set due_on = visit.occurred_on + 60 from inspection_visits visit
   where visit.visit_key = findings.visit_key and kind = 'REACTION'`,
  `update findings set complied_on = due_on where (visit_key, finding_key) in (select visit_key, finding_key from (
     select *, row_number() over (partition by authority order by visit_key, finding_key) as n from findings where kind = 'REACTION') one where n % 2 = 0)`,
  `update import_runs set authority = 'STPS', cancelled_by = 'spec'`,
  `insert into delivery_rollbacks (delivery_id, source, reason, requested_by, state, message, finished_at, rows_withdrawn, units_removed, visits_removed)
   select id, source, 'specs', 'spec', 'FAILED', 'A message.', now(), 1, 1, 1 from deliveries`,
  FURTHER_ROWS['row_mends']!,
  `update row_mends set message = 'A message.', state = 'REFUSED'`,
  `update delivery_files set header_line = 'tilsyn_id;tilbudsid;afdelingsid;besoegsdato;form;anledning;kvalitetsmodel;tema;score;reaktion;frist;tilsynsfoerende'
   where path = 'socialtilsynet/tilsyn.csv'`,
  `update risk_scores set low_points = 1, high_points = 2, low_probability = 0.1, high_probability = 0.2 where authority <> 'COMBINED'`,
  `update import_runs set message = 'An import that failed.' where started_at = (select min(started_at) from import_runs)`,
  `update delivery_files set message = 'A file that failed.'`,
  `update risk_runs set message = 'A message.', phase = 'SCORING', done = 1, total = 2`,
  `update source_records set ended_on = '2026-09-01' where source_key = (select min(source_key) from source_records)`,
  `insert into plan_changes (plan_id, revision, kind, visit_id, facility_id, reason, undoes, changed_by, authority, responsible_unit)
   select plan_id, 1, 'UNDONE', visit_id, facility_id, 'ABSENCE', 0, 'spec', 'STPS', 'STPS' from planned_visits order by week_start limit 1`,
  `insert into planning_decisions (kind, facility_id, authority, responsible_unit, week_from, week_to, reason, decided_by)
   select 'PIN', facility_id, 'STPS', 'STPS', '2026-12-07', '2026-12-07', 'ABSENCE', 'spec' from facility_profiles`,
  `insert into visit_notices (planned_visit_id, facility_id, authorities, mode, visit_on, notified_on, notified_by, withdrawn_on)
   select id, facility_id, '{STPS}', mode, current_date + 1, current_date, 'spec', given from planned_visits cross join (values (current_date), (null)) as withdrawn (given)`,
  `insert into visit_part_answers (planned_visit_id, plan_id, authority, responsible_unit, answer, reason, proposed_week, answered_by)
   select planned_visit_id, plan_id, authority, responsible_unit, 'OTHER_TIME_PROPOSED', 'ABSENCE', '2026-12-07', 'spec' from planned_visit_parts`,
  `insert into planning_jobs (kind, state, based_on, plan_id, requested_by, seed_commitment, input_hash, phase, done, total, upper_bound, value, gap, message, finished_at, causes)
   select 'REPLAN', 'FINISHED', id, id, 'spec', 'x', 'x', 'STORING', 1, 1, 1, 1, 0, 'A message.', now(), '{ABSENCE}' from plans limit 1`,
  FURTHER_ROWS['inspector_absences']!,
  `insert into visit_selections (facility_id, authority, channel, probability, period_from, period_to, draw_id)
   select place.facility_id, draw.authority, 'RANDOM', 0.5, '2026-01-01', '2027-12-31', draw.id
   from random_draws draw join random_draw_places place on place.draw_id = draw.id on conflict do nothing`,
  FURTHER_ROWS['audit_entries']!,
  `update match_candidates set state = 'QUEUED'`,
  `insert into match_decisions (kind, left_keys, right_keys, reason, decided_by, authority)
   select 'MERGE', array[left_key], array[right_key], 'specs', 'spec', 'STPS' from match_candidates`,
  `insert into match_decisions (kind, left_keys, right_keys, undoes, reason, decided_by, authority)
   select 'UNDO', left_keys, right_keys, id, 'specs', 'spec', 'STPS' from match_decisions`,
  // What the service itself is not shown, for the comparison alone.
  `create policy reference on facility_data_uses for select using (is_service())`,
  `create policy reference on audit_entries for select using (is_service())`,
];

/** Of things that the queries ask for by id. */
const SOME_IDS = `select (select plan_id::text from plan_changes limit 1) as changed, visit.visit_id::text as visit, visit.plan_id::text as plan,
  (select id::text from quarantined_rows where raw_text like 'ST8;%') as broken, (select id::text from deliveries where source = 'SOCIALTILSYNET' order by received_at limit 1) as delivery,
  moved.visit_id::text as moved, moved.unit as "movedUnit",
  (select facility_id::text from planning_decisions limit 1) as pinned, (select id::text from planning_jobs limit 1) as job,
  (select facility_id::text from planned_visit_parts where authority = 'SOCIALTILSYNET' order by 1 limit 1) as why,
  (select facility_id::text from planned_visit_parts where authority = 'SOCIALTILSYNET' order by 1 limit 1) as "whyNot",
  (select id::text from plans where kind = 'RISK_BASED' limit 1) as risk_based, (select id::text from plans where kind = 'FIXED_CADENCE' limit 1) as cadence from planned_visits visit,
  (select visit_id, (select min(responsible_unit) from planned_visit_parts part where part.planned_visit_id = planned_visits.id) as unit
   from planned_visits join plans on plans.id = plan_id
   where kind = 'RISK_BASED' and week_start > now() and until_revision is null order by week_start limit 1) as moved limit 1`;

/**
 * Fields of which nothing here has a value, so that they are not tried: a list to shorten. One that does have a value, or
 * is none, fails.
 */
const NOT_TRIED: readonly string[] = [
  // Nothing drifts between one scoring and itself; test/e2e/risk/model-registry.spec.ts has an alarm.
  'DriftAlarm.authority',
  'DriftAlarm.before',
  'DriftAlarm.needsRevalidation',
  'DriftAlarm.now',
  'DriftAlarm.reason',
  // One version alone; the same spec has two.
  'ModelRegistryReport.afterRollback',
  // Too few visits after an override, in a country this small; test/e2e/judgement/overrides.spec.ts has enough.
  'OverrideOutcome.expected',
  'OverrideOutcome.interval',
  'OverrideOutcome.reasonCode',
  'OverrideOutcome.share',
  // All six places have their visits; test/e2e/planning/plan-explanations.spec.ts has a missing one.
  'PlanReport.gap',
  'PlanReport.riskGap',
  'VisitExplanation.competence',
  'VisitExplanation.gap',
  'VisitExplanation.neededProbability',
  'VisitExplanation.office',
];

describe('who sees which objects and fields', () => {
  let service: RunningService;
  let world: World;
  let askers: readonly Identity[];
  /** A crisis centre, a place that all three registers know, and one that has ended. */
  let samples: readonly string[];
  const tally: Tally = new Map();
  /** Cells of which the service itself sees a value. */
  const filled = new Set<string>();
  /** Ids that are whole numbers. */
  const counted = new Set<string>();

  beforeAll(async () => {
    service = await startEmptyService();
    const folder = path.join(service.folder, 'drop');
    const silently = (): void => undefined;
    await writeDemoDrop(folder, { places: 6, seed: 7, deliveredOn: day('2026-10-05'), from: day('2022-01-01') });
    await service.app.get(Importer).importDrop(folder, 'spec', silently);
    await writeDrop(`${folder}-late`, crisisCentre('2026-10-06'));
    await service.app.get(Importer).importDrop(`${folder}-late`, 'spec', silently);
    await service.app.get(RiskService).scoreAll('spec', silently);
    await service.app.get(Planner).makePlans(day('2026-10-06'), 'spec', silently);
    let ended = '';
    let movedUnit: ResponsibleUnit | undefined;
    await service.database.asOwner(async (client) => {
      for (const sql of MADE_UP) await client.query(sql);
      const { rows: some } = await client.query<Record<string, string>>(SOME_IDS);
      movedUnit = some[0]!['movedUnit'] as ResponsibleUnit;
      ARGUMENTS['Query.planChanges'] = `planId: "${some[0]!['changed']}"`;
      ARGUMENTS['Query.plannedVisit'] = `id: "${some[0]!['visit']}", planId: "${some[0]!['plan']}"`;
      ARGUMENTS['Query.planningJob'] = `id: "${some[0]!['job']}"`;
      for (const query of ['why', 'whyNot'])
        ARGUMENTS[`Query.${query}`] = `facilityId: "${some[0]![query]}", authority: SOCIALTILSYNET`;
      ARGUMENTS['Query.whatIf'] = `input: { facilityId: "${some[0]!['why']}", authority: SOCIALTILSYNET, probability: 0.9 }`;
      ARGUMENTS['Query.planDifferences'] = `from: "${some[0]!['risk_based']}", to: "${some[0]!['cadence']}"`;
      const { rows: pairs } = await client.query<{ left: string; right: string }>(
        'select left_key as left, right_key as right from match_candidates order by left_key, right_key limit 1',
      );
      ARGUMENTS['Query.matchPair'] = `leftKey: "${pairs[0]!.left}", rightKey: "${pairs[0]!.right}"`;
      ARGUMENTS['Query.rollbackConsequences'] = `deliveryId: "${some[0]!['delivery']}"`;
      ARGUMENTS['Query.checkPlanChange'] = `input: { planId: "${some[0]!['risk_based']}", kind: MOVED, visitId: "${some[0]!['moved']}", weekStart: "${weekToMoveTo()}" }`;
      ARGUMENTS['Query.quarantinedRow'] = `id: "${some[0]!['broken']}"`;
      ARGUMENTS['Query.planningDecisions'] = `facilityId: "${some[0]!['pinned']}"`;
      const { rows } = await client.query<{ ended: string; run: string; risk: string }>(
        `select (select facility_id::text from facility_profiles where ended_on is not null) as ended, (select id::text from import_runs order by started_at limit 1) as run, (select id::text from risk_runs limit 1) as risk`,
      );
      ({ ended } = rows[0]!);
      ARGUMENTS['Query.importRun'] = `id: "${rows[0]!.run}"`;
      ARGUMENTS['Query.riskRun'] = `id: "${rows[0]!.risk}"`;
    });
    world = await readWorld(service.database);
    const places = [...world.sourcesOf];
    const [secret] = places.find(([, keys]) => keys.includes('socialtilsynet:T3/A1'))!;
    const [known] = places.find(([id, keys]) => id !== secret && id !== ended && keys.length > 2)!;
    samples = [secret, known, ended];
    askers = [
      ...(['SOCIALTILSYN_SYD', 'ARBEJDSTILSYNET'] as const).flatMap((unit) => STAFF_ROLES.map((role) => employee(role, unit))),
      ...(['SOCIALTILSYN_MIDT', 'STPS'] as const).flatMap((unit) => (['PLANNER', 'REGISTER_CLERK', 'VISITING_INSPECTOR'] as const).map((role) => employee(role, unit))),
      // In so small a country the coming visits may be another unit's.
      ...(['PLANNER', 'AUTHORITY_MANAGER'] as const).map((role) => employee(role, movedUnit)),
      worksAt(secret),
      worksAt(known),
      ...[secret, known].map((id): Identity => ({ role: 'OPERATOR_USER', person: `operator of ${id}`, cvrNumber: world.operators.get(id)! })),
      { role: 'MINISTRY_ANALYST', person: 'analyst' },
      { role: 'AUDITOR', person: 'auditor' },
      { role: 'INTEGRATION_CLIENT', person: 'machine', authority: 'STPS', unit: 'STPS' },
    ];
  }); // prettier-ignore
  afterAll(() => service.close());

  const schemaOf = (): GraphQLSchemaHost['schema'] => service.app.get(GraphQLSchemaHost).schema;
  // A new one each time: a request may only last so long.
  const request = (): RequestContext['req'] => ({}) as RequestContext['req'];

  /** As the service sees it: the guards are passed by a role that they let through, the database shows everything. */
  async function reference(name: string, question: string): Promise<unknown> {
    const role = rolesOf(name)[0]!;
    const contextValue: RequestContext = {
      req: request(),
      identity: { ...employee('PLANNER'), role },
      loaders: new RequestLoaders(),
      trail: new AuditTrail(),
    };
    const answer = await service.app.get(Transactions).run(SERVICE_IDENTITY, async () =>
      execute({ schema: schemaOf(), document: parse(question), contextValue }),
    );
    expect(answer.errors).toBeUndefined();
    return plain(answer.data?.[name]);
  } // prettier-ignore

  async function answered(name: string, question: string, asker: Identity): Promise<unknown> {
    const document = parse(question) as TadaDocumentNode<Record<string, unknown>, Record<string, never>>;
    const answer = await service.app
      .get(Ask)
      .ask(document, {}, asker, request())
      .catch((error: { code?: string }) => ({ [name]: error.code ?? error }));
    return plain(answer[name]);
  }

  function rolesOf(name: string): readonly Role[] {
    const found = entryPointsOf(classesOf(service.app)).find(
      ({ kind, outsideName }) => kind === 'Query' && outsideName === name,
    );
    return found!.roles === 'EVERYBODY' ? ROLES : found!.roles!;
  }

  /** Those of an own register's unit who go there, plan that or mend it, and whoever works at the place. */
  const needsAddress = ({ role, unit, facilityId }: Identity): boolean =>
    facilityId === samples[0] ||
    (ADDRESS_ROLES.some((each) => each === role) &&
      unit !== undefined &&
      ['SOCIALTILSYN_SYD', 'ARBEJDSTILSYNET', 'STPS'].includes(unit));

  async function compare(name: string, question: string, type: GraphQLOutputType): Promise<void> {
    const whole = await reference(name, question);
    noteFilled(type, whole);
    for (const asker of askers) {
      const answer = await answered(name, question, asker);
      // A program reads back the keys that its own unit's register delivered, and no more.
      const readsOwnKeys = name === 'recordLinks' && asker.role === 'INTEGRATION_CLIENT';
      if (!needsAddress(asker) && !readsOwnKeys) expect([asker.person, leaksIn(answer)]).toEqual([asker.person, []]);
      if (!rolesOf(name).includes(asker.role as Role)) {
        expect([asker.person, answer]).toEqual([asker.person, 'FORBIDDEN']);
        continue;
      }
      const told = new ToldAnswer(asker, world, isWithin, tally).of(type, whole);
      expect({ asker: asker.person, is: withoutCounted(answer, told) }).toEqual({ asker: asker.person, is: told });
    }
  } // prettier-ignore

  function noteFilled(type: GraphQLOutputType, value: unknown): void {
    const named = getNamedType(type);
    if (!isObjectType(named) || value === null) return;
    for (const object of Array.isArray(value) ? value : [value]) {
      for (const [name, inner] of Object.entries(object as object)) {
        if (inner === null) continue;
        filled.add(`${named.name}.${name}`);
        const { name: kind } = getNamedType(named.getFields()[name]!.type);
        if (kind === 'ID' && [inner].flat().some((id) => /^\d+$/.test(String(id))))
          counted.add(`${named.name}.${name}`);
        noteFilled(named.getFields()[name]!.type, inner);
      }
    }
  }

  const asked = (): [string, { type: GraphQLOutputType }][] =>
    Object.entries(schemaOf().getQueryType()!.getFields());

  /** The types of objects that the queries asked here lead to. */
  function reached(): Set<string> {
    const found = new Set<string>();
    const visit = (type: GraphQLOutputType): void => {
      const named = getNamedType(type);
      if (!isObjectType(named) || found.has(named.name)) return;
      found.add(named.name);
      for (const field of Object.values(named.getFields())) visit(field.type);
    };
    for (const [, { type }] of asked()) visit(type);
    return found;
  }

  it('is what the matrix says, through every query', async () => {
    for (const [name, { type }] of asked()) {
      if (name !== 'facility' && name !== 'checkPlanChange')
        await compare(name, wholeQuestion(schemaOf(), name, ARGUMENTS), type);
    }
  }, 300_000);

  it('is what the matrix says, of each single place', async () => {
    const { type } = schemaOf().getQueryType()!.getFields()['facility']!;
    for (const id of [...samples, NOBODY]) {
      const question = wholeQuestion(schemaOf(), 'facility', {
        ...ARGUMENTS,
        'Query.facility': `id: "${id}"`,
      });
      await compare('facility', question, type);
    }
  });

  it('is what the matrix says of what a change of a plan would lead to, which each unit asks of its own visits', async () => {
    const { type } = schemaOf().getQueryType()!.getFields()['checkPlanChange']!;
    const question = wholeQuestion(schemaOf(), 'checkPlanChange', ARGUMENTS);
    const answers = new Map<string, number>();
    for (const asker of askers) {
      const answer = await answered('checkPlanChange', question, asker);
      expect([asker.person, leaksIn(answer)]).toEqual([asker.person, []]);
      const isKeeper = asker.role === 'PLANNER' || asker.role === 'AUTHORITY_MANAGER';
      const kind = typeof answer === 'string' ? answer : 'ANSWERED';
      answers.set(kind, (answers.get(kind) ?? 0) + 1);
      if (!isKeeper) expect([asker.person, answer]).toEqual([asker.person, 'FORBIDDEN']);
      if (kind !== 'ANSWERED') continue;
      noteFilled(type, answer);
      const told = new ToldAnswer(asker, world, isWithin, tally).of(type, answer);
      expect(withoutCounted(answer, told)).toEqual(told);
    }
    // Units that take part, units that do not, and everybody else.
    expect([...answers.keys()].sort()).toEqual(['ANSWERED', 'FORBIDDEN']);
  }); // prettier-ignore

  it('was tried with a value in every field', () => {
    const types = Object.entries(SEEN_OBJECTS).filter(([type]) => reached().has(type));
    const told = types.flatMap(([type, row]) => fieldsOf(row).map((field) => `${type}.${field}`));

    const empty = told.filter((cell) => !filled.has(cell));
    expect(empty.filter((cell) => !NOT_TRIED.includes(cell)).map((cell) => `${cell} is empty for everybody: add rows to MADE_UP, or its name to NOT_TRIED, in test/e2e/access/object-matrix.spec.ts`)).toEqual([]);
    expect(NOT_TRIED.filter((cell) => !empty.includes(cell))).toEqual([]);
  }); // prettier-ignore

  it('counts in no id, but in codes, within a visit, and where whoever sees one sees all', () => {
    expect([...counted].sort()).toEqual(['AuditEntry.sequence', 'Finding.findingKey', 'Municipality.code', 'RandomShareChange.id', 'Region.code']);
  }); // prettier-ignore

  it('was tried in both directions wherever somebody sees a part', () => {
    const types = Object.entries(SEEN_OBJECTS).filter(
      ([type, row]) => reached().has(type) && !fieldsOf(row).every((field) => NOT_TRIED.includes(`${type}.${field}`)),
    );
    const untried = types.flatMap(([type, { seenBy, narrower = {} }]) =>
      [[type, seenBy] as const, ...Object.entries(narrower).map(([field, seen]) => [`${type}.${field}`, seen] as const)].flatMap(
        ([cell, seen]) =>
          Object.entries(seen).flatMap(([role, scope]) => {
            const { shown = 0, hidden = 0 } = tally.get(`${role} ${cell}`) ?? {};
            return [
              ...(shown === 0 ? [`${cell}: ${role} was shown none; who asks for it, and is there any?`] : []),
              ...(hidden === 0 && scope !== 'ALL' && scope !== 'COUNTED' ? [`${cell}: nothing was hidden from ${role}`] : []),
            ];
          }),
      ),
    );

    expect(untried).toEqual([]);
  }); // prettier-ignore

  /** The plan's files as everybody is answered, compared cell by cell with what the matrix says of each visit. */
  async function comparePlanFiles(): Promise<number> {
    const { type } = schemaOf().getQueryType()!.getFields()['plannedVisits']!;
    const contextValue: RequestContext = {
      req: request(),
      identity: employee('PLANNER'),
      loaders: new RequestLoaders(),
      trail: new AuditTrail(),
    };
    const whole = await service.app.get(Transactions).run(SERVICE_IDENTITY, async () =>
      execute({ schema: schemaOf(), document: CalendarQuery, variableValues: { filter: {}, first: 100, offset: 0 }, contextValue }),
    );
    const file = (path: string, asker: Identity): ReturnType<typeof send> =>
      send(service, path, { headers: { authorization: `Bearer ${service.ticketFor(asker)}`, accept: '*/*' } });
    let cells = 0;
    for (const asker of askers) {
      const json = await file('/kalender/plan.json', asker);
      const csv = await file('/kalender/plan.csv', asker);
      if (!isStaff(asker)) {
        expect([asker.person, json.status, csv.status]).toEqual([asker.person, 403, 403]);
        for (const { facilityName, id } of (plain(whole.data?.['plannedVisits']) as { visits: { facilityName: string; id: string }[] }).visits)
          expect([asker.person, [json.text, csv.text].some((text) => text.includes(facilityName) || text.includes(id))]).toEqual([asker.person, false]);
        continue;
      }
      const told = new ToldAnswer(asker, world, isWithin, tally).of(type, plain(whole.data?.['plannedVisits'])) as { visits: Parameters<typeof visitsAsCsv>[0] };
      expect({ asker: asker.person, json: JSON.parse(json.text) as unknown }).toEqual({ asker: asker.person, json: { visits: told.visits } });
      expect({ asker: asker.person, csv: csv.text }).toEqual({ asker: asker.person, csv: visitsAsCsv(told.visits, da).slice(BYTE_ORDER_MARK.length) });
      cells += csv.text.split(/[;\r]/).length;
    }
    return cells;
  } // prettier-ignore
  const isStaff = ({ role }: Identity): boolean => STAFF_ROLES.some((each) => each === role);

  it('is what the matrix says in the files of a plan, cell by cell', async () => {
    expect(await comparePlanFiles()).toBeGreaterThan(500);
  });

  it('is found out when a cell or a line of a file tells somebody more or less', async () => {
    const change = (sql: string): Promise<unknown> => service.database.asOwner((client) => client.query(sql));
    for (const [planted, undo, whose] of [
      ["create policy planted on facility_profiles as restrictive for select using (is_service() or identity_role() <> 'PLANNER')", 'drop policy planted on facility_profiles', 'PLANNER of SOCIALTILSYN_SYD'],
      ["create policy planted on planned_visits as restrictive for select using (is_service() or identity_unit() <> 'ARBEJDSTILSYNET')", 'drop policy planted on planned_visits', 'VISITING_INSPECTOR of ARBEJDSTILSYNET'],
    ] as const) {
      await change(planted);
      await expect(comparePlanFiles()).rejects.toThrow(whose);
      await change(undo);
    }
  }); // prettier-ignore

  it('tells nobody where a place at a secret address is, in no page and by no search, but whoever needs it', async () => {
    expect(askers.filter(needsAddress).length).toBeGreaterThan(6);
    const search = (words: string): string =>
      `{ facilities(filter: { search: "${words}", includeEnded: true }) { totalCount edges { node { id } } } }`;
    for (const asker of askers) {
      const nothing = await answered('facilities', search('Findesikkevej'), asker);
      expect([asker.person, await answered('facilities', search('Hemmelighedsvej'), asker)]).toEqual([
        asker.person,
        nothing,
      ]);
      for (const key of ['1003388396', '40084525', '1135051000016009', 'arbejdstilsynet:at3', 'stps:sp3']) {
        const found = await answered('facilities', search(key), asker);
        const isFound = JSON.stringify(found) !== JSON.stringify(nothing);
        const may = needsAddress(asker) && asker.role !== 'FACILITY_USER';
        expect([asker.person, key, isFound]).toEqual([asker.person, key, may]);
      }
      for (const path of [`/tilbud/${samples[0]}`, '/tilsyn', '/tilsyn?q=stjernehuset', '/plan']) {
        const { text } = await send(service, path, {
          headers: { authorization: `Bearer ${service.ticketFor(asker)}`, accept: 'text/html' },
        });
        if (!needsAddress(asker))
          expect([asker.person, path, TELLS_ADDRESS.test(text)]).toEqual([asker.person, path, false]);
      }
    }
  });

  it('is found out when the database shows more, and when it shows less', async () => {
    const { type } = schemaOf().getQueryType()!.getFields()['facilities']!;
    const question = '{ facilities(first: 100, order: { by: NAME }) { edges { node { id visits { occasionSourceTerm sourceKey authority availableOn } } } } }';
    const change = (sql: string): Promise<unknown> => service.database.asOwner((client) => client.query(sql));

    await change('create policy planted on visit_occasions for select using (is_authority_staff())');
    await expect(compare('facilities', question, type)).rejects.toThrow('occasionSourceTerm');
    await change('drop policy planted on visit_occasions');
    await change('create policy planted on visit_occasions as restrictive for select using (is_service())');
    await expect(compare('facilities', question, type)).rejects.toThrow('occasionSourceTerm');
    await change('drop policy planted on visit_occasions');
    await compare('facilities', question, type);
  }); // prettier-ignore
});

/** Texts of an answer that tell where the crisis centre is. */
function leaksIn(answer: unknown): string[] {
  return (JSON.stringify(answer ?? null).match(/"(?:[^"\\]|\\.)*"/g) ?? []).filter(
    (text) => !RANDOM_ID.test(text) && TELLS_ADDRESS.test(text),
  );
}
/** Drawn at random, so that it may hold the digits of any postal code. */
const RANDOM_ID = /^"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"$/;

/** What fetch takes off a text. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A Monday some weeks from now. */
function weekToMoveTo(): string {
  const moment = new Date();
  moment.setUTCDate(moment.getUTCDate() + 28 + ((8 - moment.getUTCDay()) % 7));
  return moment.toISOString().slice(0, 10);
}

/** As it would leave the service: days and moments as text, no prototypes. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
