import { addDays } from '../../../src/domain/shared/day.js';
import { ask } from '../../support/asking.js';
import type { RunningService } from '../../support/running-service.js';
import { employee, refusal, told } from '../graphql/people.js';
import {
  change,
  check,
  makePlan,
  publish,
  startPlannedCountry,
  visitNow,
  visitsOf,
  weekFromNow,
  type Visit,
} from './planned-country.js';

const STPS = employee('PLANNER', 'STPS');
const WORK = employee('PLANNER', 'ARBEJDSTILSYNET');

describe('a plan from draft to history', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startPlannedCountry();
  });
  afterAll(() => service.close());

  const jointOfBoth = async (): Promise<Visit> => {
    const visits = await visitsOf(service, STPS, '{ jointOnly: true }');
    return visits.find(
      ({ parts, weekStart }) =>
        parts.some(({ authority }) => authority === 'STPS') &&
        parts.some(({ authority }) => authority === 'ARBEJDSTILSYNET') &&
        weekStart < weekFromNow(40),
    )!;
  };
  const answer = (who: typeof STPS, visit: Visit, rest: string): ReturnType<typeof ask> =>
    ask(
      service,
      who,
      `mutation { answerPart(input: { planId: "${visit.planId}", visitId: "${visit.id}",
        sinceRevision: ${visit.sinceRevision}, ${rest} }) { state parts { authority state answerReason proposedWeek } } }`,
    );

  it('is proposed to each authority, which answers for its own part alone', async () => {
    const visit = await jointOfBoth();
    expect(visit).toMatchObject({ state: 'PROPOSED', planState: 'DRAFT', sinceRevision: 0 });

    const accepted = await answer(STPS, visit, 'answer: ACCEPTED');
    const declined = await answer(WORK, visit, 'answer: DECLINED, reason: NO_CAPACITY');
    const other = await answer(employee('PLANNER', 'SOCIALTILSYN_NORD'), { ...visit }, 'answer: ACCEPTED');
    const without = await answer(WORK, visit, 'answer: DECLINED');

    expect(accepted.body?.data).toMatchObject({ answerPart: { state: 'PROPOSED' } });
    expect(declined.body?.data).toMatchObject({ answerPart: { state: 'DECLINED' } });
    const isNord = visit.parts.some(({ responsibleUnit }) => responsibleUnit === 'SOCIALTILSYN_NORD');
    expect(other.code).toBe(isNord ? undefined : 'FORBIDDEN');
    expect(refusal(without).slice(1)).toEqual(['BAD_INPUT', 'reason is missing; DECLINED needs one.']);
    const later = await answer(
      WORK,
      visit,
      `answer: OTHER_TIME_PROPOSED, reason: ABSENCE, proposedWeek: "${weekFromNow(20)}"`,
    );
    expect(later.body?.data).toMatchObject({ answerPart: { state: 'OTHER_TIME_PROPOSED' } });
  });

  it('is not published while anybody concerned has not accepted', async () => {
    const [visit] = await visitsOf(service, STPS);

    const refused = await ask(
      service,
      STPS,
      `mutation { publishPlan(planId: "${visit!.planId}", revision: 0) }`,
    );

    expect(refused.code).toBe('CONFLICT');
    expect(refused.body?.errors?.[0]?.message).toMatch(
      /\d+ parts are PROPOSED; 1 parts are OTHER_TIME_PROPOSED/,
    );
  });

  it('is not published past the service either: the database refuses it', async () => {
    const [visit] = await visitsOf(service, STPS);
    const publishing = service.database.transactions.run(STPS, () =>
      service.database.transactions.query(
        `update plans set state = 'PUBLISHED', published_at = now(), published_by = 'x' where id = $1`,
        [visit!.planId],
      ),
    );

    await expect(publishing).rejects.toThrow('when every part of it is accepted');
  });

  it('shows every consequence of a move before it is made, and stores nothing by showing', async () => {
    const visit = await jointOfBoth();
    const input = {
      planId: visit.planId,
      kind: 'MOVED',
      visitId: visit.id,
      weekStart: addDays(visit.weekStart, 42),
    };

    const shown = await check(service, STPS, input);

    expect(shown.consequences).toContainEqual(
      expect.objectContaining({ code: 'ANSWER_AGAIN', severity: 'TELLS', authority: 'ARBEJDSTILSYNET' }),
    );
    expect(shown.loads.length).toBeGreaterThan(0);
    for (const { before, after } of shown.loads) expect(before).not.toBe(after);
    expect(await visitNow(service, STPS, visit)).toEqual(visit);
  });

  it('moves a visit only as it was shown, and asks the partners anew', async () => {
    const visit = await jointOfBoth();
    const weekStart = addDays(visit.weekStart, 7);
    const input = { planId: visit.planId, kind: 'MOVED', visitId: visit.id, weekStart };
    const shown = await check(service, STPS, input);

    const forged = await change(service, STPS, { ...input, weekStart: addDays(weekStart, 7) }, shown);
    const stale = await change(service, STPS, input, { ...shown, revision: shown.revision + 1 });
    const moved = await change(service, STPS, input, shown);
    const again = await change(service, STPS, input, shown);

    expect([forged.code, stale.code, moved.code, again.code]).toEqual([
      'CONFLICT',
      'CONFLICT',
      undefined,
      'CONFLICT',
    ]);
    const now = (await visitNow(service, STPS, visit))!;
    expect(now).toMatchObject({ id: visit.id, weekStart, planRevision: shown.revision + 1 });
    expect(now.parts.map(({ authority, state }) => [authority, state])).toEqual(
      visit.parts.map(({ authority }) => [authority, authority === 'STPS' ? 'ACCEPTED' : 'PROPOSED']),
    );
  });

  it('takes a change back, by the unit that made it, and keeps both in the history', async () => {
    const visit = await jointOfBoth();
    const input = { planId: visit.planId, kind: 'PART_DROPPED', visitId: visit.id };
    const shown = await check(service, WORK, input);
    expect((await change(service, WORK, input, shown)).code).toBeUndefined();
    const dropped = (await visitNow(service, WORK, visit))!;
    expect(dropped.parts).toHaveLength(visit.parts.length - 1);
    if (dropped.parts.length === 1) expect(dropped.mode).toBe('SINGLE');
    const undo = (who: typeof STPS, revision: number): ReturnType<typeof ask> =>
      ask(
        service,
        who,
        `mutation { undoPlanChange(planId: "${visit.planId}", undoes: ${shown.revision + 1}, revision: ${revision}) { kind undoes } }`,
      );

    const byOther = await undo(STPS, shown.revision + 1);
    const undone = await undo(WORK, shown.revision + 1);
    const twice = await undo(WORK, shown.revision + 2);

    expect([byOther.code, twice.code]).toEqual(['FORBIDDEN', 'CONFLICT']);
    expect(undone.body?.data).toEqual({ undoPlanChange: { kind: 'UNDONE', undoes: shown.revision + 1 } });
    const back = (await visitNow(service, WORK, visit))!;
    expect([back.weekStart, back.mode, back.parts.map(({ authority, hours }) => [authority, hours])]).toEqual(
      [visit.weekStart, visit.mode, visit.parts.map(({ authority, hours }) => [authority, hours])],
    );
    const { planChanges } = await told<{ planChanges: { kind: string }[] }>(
      service,
      WORK,
      `{ planChanges(planId: "${visit.planId}", visitId: "${visit.id}") { kind } }`,
    );
    expect(planChanges.slice(0, 2).map(({ kind }) => kind)).toEqual(['UNDONE', 'PART_DROPPED']);
  });

  it('refuses weeks that have passed, lie outside the plan or begin on another day', async () => {
    const visit = await jointOfBoth();
    const codes = [];
    for (const weekStart of [weekFromNow(-3), weekFromNow(80), addDays(weekFromNow(8), 1)]) {
      const input = { planId: visit.planId, kind: 'MOVED', visitId: visit.id, weekStart };
      const answered = await ask(
        service,
        STPS,
        'query ($input: PlanChangeInput!) { checkPlanChange(input: $input) { token } }',
        { input },
      );
      codes.push(answered.code);
    }

    expect(codes).toEqual(['BAD_INPUT', 'BAD_INPUT', 'BAD_INPUT']);
  });

  it('lets nobody change a visit that they have no part in', async () => {
    const visit = (await visitsOf(service, STPS)).find(
      ({ parts }) => !parts.some(({ authority }) => authority === 'STPS'),
    )!;
    const input = { planId: visit.planId, kind: 'PART_DROPPED', visitId: visit.id };

    const answered = await ask(
      service,
      STPS,
      'query ($input: PlanChangeInput!) { checkPlanChange(input: $input) { token } }',
      { input },
    );

    expect(answered.code).toBe('FORBIDDEN');
  });

  it('makes the plan before it historic when another is published, and refuses changes to that', async () => {
    const declined = (await visitsOf(service, WORK, '{ state: OTHER_TIME_PROPOSED }'))[0];
    if (declined) await answer(WORK, declined, 'answer: ACCEPTED');
    const [first] = await visitsOf(service, STPS);
    await publish(service, first!);
    expect((await visitNow(service, STPS, first!))?.planState).toBe('PUBLISHED');
    await makePlan(service, 'next');
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ id: string }>(
        `select id from plans where kind = 'RISK_BASED' and state = 'DRAFT' order by created_at desc limit 1`,
      ),
    );
    // What is in force stays in force while a new draft is looked at.
    expect((await visitsOf(service, STPS))[0]!.planId).toBe(first!.planId);
    const [next] = await visitsOf(service, STPS, `{ planId: "${rows[0]!.id}" }`);

    await publish(service, next!);

    expect((await visitNow(service, STPS, first!))?.planState).toBe('HISTORIC');
    expect((await visitsOf(service, STPS))[0]!.planId).toBe(next!.planId);
    const late = await ask(
      service,
      STPS,
      `mutation { acceptAllParts(planId: "${first!.planId}", revision: ${first!.planRevision}) }`,
    );
    expect(late.code).toBe('CONFLICT');
  });
});
