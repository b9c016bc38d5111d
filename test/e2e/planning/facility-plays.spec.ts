import { GraphQLSchemaHost } from '@nestjs/graphql';
import { addDays, dayInDenmark } from '../../../src/domain/shared/day.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { ask, send } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { wholeQuestion } from '../access/object-matrix/whole-question.js';
import { employee, told, worksAt } from '../graphql/people.js';
import {
  change,
  check,
  makePlan,
  publish,
  visitNow,
  visitsOf,
  weekFromNow,
  type Visit,
} from './planned-country.js';

const STPS = employee('PLANNER', 'STPS');
const WORK = employee('PLANNER', 'ARBEJDSTILSYNET');

/**
 * A place that wants to know when somebody comes. It asks for everything there is before and after each thing that
 * happens to its visit; where two answers differ, it has learned something.
 */
describe('a place that tries to find out when it is visited', () => {
  let service: RunningService;
  let visit: Visit;
  let untold: string;

  beforeAll(async () => {
    service = await startService();
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ id: string }>(
        `select facility_id as id from facility_profiles where authorities @> '{SOCIALTILSYNET,ARBEJDSTILSYNET,STPS}' order by 1 limit 12`,
      ),
    );
    const before = await Promise.all(rows.map(async ({ id }) => [id, await everythingFor(id)] as const));
    await makePlan(service, 'spec');
    const visits = await visitsOf(service, STPS, '{ jointOnly: true }');
    visit = visits.find(
      ({ facilityId, parts }) => rows.some(({ id }) => id === facilityId) && parts.length === 3,
    )!;
    untold = before.find(([id]) => id === visit.facilityId)![1];
  });
  afterAll(() => service.close());

  /** Every field of its own place, every query and page that names a visit, and what a made-up one answers. */
  async function everythingFor(facilityId: string, ids: readonly string[] = []): Promise<string> {
    const me = worksAt(facilityId);
    const { schema } = service.app.get(GraphQLSchemaHost);
    const whole = wholeQuestion(schema, 'facility', { 'Query.facility': `id: "${facilityId}"`, 'Facility.masterData': '' });
    const own = await ask(service, me, whole);
    const answers: unknown[] = [own.status, own.body?.data, own.code];
    const madeUp = '00000000-0000-4000-8000-000000000000';
    for (const id of [madeUp, ...ids]) {
      answers.push(await refusalsOf(me, id, facilityId));
    }
    // What exists is refused as what does not.
    const [, , , ofMadeUp, ...ofReal] = answers;
    for (const each of ofReal) expect(each).toEqual(ofMadeUp);
    return JSON.stringify(answers.slice(0, 4));
  }

  async function refusalsOf(me: Identity, id: string, facilityId: string): Promise<unknown[]> {
    const questions = [
      `{ plannedVisit(id: "${id}") { weekStart } }`,
      `{ plannedVisits { totalCount weeks { weekStart } } }`,
      `{ planChanges(planId: "${id}") { kind } }`,
      `{ planningDecisions(facilityId: "${facilityId}") { weekFrom } }`,
      `{ planDifferences(from: "${id}", to: "${id}") { kind } }`,
      `{ planningJobs { startedAt } }`,
      `{ currentPlans { horizonFrom } }`,
      `{ checkPlanChange(input: { planId: "${id}", kind: PART_DROPPED, visitId: "${id}" }) { token } }`,
      `mutation { notifyVisit(input: { visitId: "${id}", visitOn: "${weekFromNow(3)}" }) { id } }`,
      `mutation { decideOnPlanning(input: { kind: VETO, facilityId: "${facilityId}", weekFrom: "${weekFromNow(1)}", weekTo: "${weekFromNow(50)}", reason: ABSENCE }) { id } }`,
    ];
    const told: unknown[] = [];
    for (const question of questions) {
      const { status, code, body } = await ask(service, me, question);
      told.push([status, code, body?.errors?.[0]?.message]);
    }
    const cookie = `samtilsyn_session=${service.ticketFor(me)}`;
    for (const path of [`/besoeg/${id}`, `/besoeg/${id}/ret`, '/kalender', '/planlaegning', '/opfoelgning', `/kalender/plan.csv?plan=${id}`]) {
      const page = await send(service, path, { headers: { cookie, accept: 'text/html' } });
      told.push([path.replace(id, 'ID'), page.status, page.text.replaceAll(id, 'ID').length]);
    }
    return told;
  } // prettier-ignore

  const nothingLearned = async (): Promise<void> => {
    expect(await everythingFor(visit.facilityId, [visit.id, visit.planId])).toBe(untold);
  };

  it('learns nothing from there being a plan', nothingLearned);

  it('learns nothing when its visit is answered for, moved, pinned, closed to others and published', async () => {
    const input = { planId: visit.planId, kind: 'MOVED', visitId: visit.id, weekStart: weekFromNow(3) };
    if (visit.weekStart !== input.weekStart) await change(service, STPS, input, await check(service, STPS, input));
    await nothingLearned();
    for (const kind of ['PIN', 'VETO']) {
      await told(
        service,
        STPS,
        `mutation { decideOnPlanning(input: { kind: ${kind}, facilityId: "${visit.facilityId}", weekFrom: "${weekFromNow(3)}", weekTo: "${weekFromNow(3)}", reason: COORDINATION }) { id } }`,
      );
    }
    await nothingLearned();
    await publish(service, (await visitNow(service, STPS, visit))!);
    await nothingLearned();
  });

  it('learns nothing from notices that may not be given', async () => {
    const day = addDays(weekFromNow(3), 1);
    const notify = `mutation { notifyVisit(input: { visitId: "${visit.id}", visitOn: "${day}" }) { id } }`;

    const unannounced = await ask(service, STPS, notify);

    expect(unannounced.body?.errors?.[0]?.message).toBe(
      'The place cannot be told: somebody in the visit comes unannounced.',
    );
    await nothingLearned();
    // Past the service: the database refuses a notice of a visit in which somebody comes unannounced.
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ id: string }>('select id from planned_visits where visit_id = $1 and until_revision is null', [visit.id]),
    );
    const inserting = service.database.transactions.run(STPS, () =>
      service.database.transactions.query(
        `insert into visit_notices (planned_visit_id, facility_id, authorities, mode, visit_on, notified_on, notified_by)
         values ($1, $2, $3, 'SAME_VISIT', $4, now()::date, 'x')`,
        [rows[0]!.id, visit.facilityId, visit.parts.map(({ authority }) => authority), day],
      ),
    );
    await expect(inserting).rejects.toThrow('row-level security');
    await nothingLearned();
  });

  it('is told of an announced visit once it has been given notice, and of that alone', async () => {
    const drop = { planId: visit.planId, kind: 'PART_DROPPED', visitId: visit.id };
    await change(service, WORK, drop, await check(service, WORK, drop));
    const social = visit.parts.find(({ authority }) => authority === 'SOCIALTILSYNET')!.responsibleUnit;
    const SOCIAL = employee('PLANNER', social as 'SOCIALTILSYN_MIDT');
    const announce = { planId: visit.planId, kind: 'FORM_CHANGED', visitId: visit.id, form: 'ANNOUNCED' };
    await change(service, SOCIAL, announce, await check(service, SOCIAL, announce));
    const now = (await visitNow(service, STPS, visit))!;
    const day = addDays(weekFromNow(3), 1);
    const notify = `mutation { notifyVisit(input: { visitId: "${visit.id}", visitOn: "${day}" }) { noticedFor } }`;
    const early = await ask(service, STPS, notify);
    await told(
      service,
      STPS,
      `mutation { answerPart(input: { planId: "${now.planId}", visitId: "${now.id}", sinceRevision: ${now.sinceRevision}, answer: ACCEPTED }) { id } }`,
    );
    await nothingLearned();

    await told(service, STPS, notify);

    expect(early.body?.errors?.[0]?.message).toContain('not everybody concerned has accepted');
    const notices = async (): Promise<unknown[]> =>
      (
        await told<{ facility: { visitNotices: unknown[] } }>(
          service,
          worksAt(visit.facilityId),
          `{ facility(id: "${visit.facilityId}") { visitNotices { visitOn authorities notifiedOn withdrawnOn } } }`,
        )
      ).facility.visitNotices;
    expect(await everythingFor(visit.facilityId)).not.toBe(untold);
    const today = dayInDenmark(new Date());
    expect(await notices()).toEqual([
      { visitOn: day, authorities: ['SOCIALTILSYNET', 'STPS'], notifiedOn: today, withdrawnOn: null },
    ]);
    const other = (await visitsOf(service, STPS)).find(({ facilityId }) => facilityId !== visit.facilityId)!;
    expect(
      (await told<{ facility: { visitNotices: unknown[] } }>(service, worksAt(other.facilityId), `{ facility(id: "${other.facilityId}") { visitNotices { visitOn } } }`)).facility.visitNotices,
    ).toEqual([]);

    // Moved by hand, the notice is withdrawn; the new week stays secret.
    const move = { planId: visit.planId, kind: 'MOVED', visitId: visit.id, weekStart: weekFromNow(9) };
    await change(service, STPS, move, await check(service, STPS, move));
    expect(await notices()).toEqual([
      { visitOn: day, authorities: ['SOCIALTILSYNET', 'STPS'], notifiedOn: today, withdrawnOn: today },
    ]);
  });

  it('is told no earlier than four weeks before, whatever stands in the table', async () => {
    await service.database.asOwner((client) =>
      client.query(
        `insert into visit_notices (planned_visit_id, facility_id, authorities, mode, visit_on, notified_on, notified_by)
         select id, facility_id, '{STPS}', 'SINGLE', (now() at time zone 'Europe/Copenhagen')::date + ahead, now()::date, 'spec'
         from (values (28), (29)) as days (ahead), lateral (select id, facility_id from planned_visits
           where facility_id = $1 order by id limit 1 offset ahead - 28) as visit`,
        [visit.facilityId],
      ),
    );

    const { facility } = await told<{ facility: { visitNotices: { visitOn: string }[] } }>(
      service,
      worksAt(visit.facilityId),
      `{ facility(id: "${visit.facilityId}") { visitNotices { visitOn } } }`,
    );

    const today = dayInDenmark(new Date());
    expect(facility.visitNotices.map(({ visitOn }) => visitOn)).toContain(addDays(today, 28));
    expect(facility.visitNotices.map(({ visitOn }) => visitOn)).not.toContain(addDays(today, 29));
  });
}); // prettier-ignore
