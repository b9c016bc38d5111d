import { SERVICE_IDENTITY } from '../../../src/domain/shared/identity.js';
import type { RunningService } from '../../support/running-service.js';
import { employee } from '../graphql/people.js';
import {
  change,
  check,
  publish,
  startPlannedCountry,
  visitsOf,
  weekFromNow,
  type Visit,
} from '../planning/planned-country.js';

const STPS = employee('PLANNER', 'STPS');

interface Selected {
  readonly facility_id: string;
  readonly authority: string;
  readonly channel: string;
  readonly probability: number;
  readonly period_from: string;
  readonly unit: string | null;
  readonly reason: string | null;
}

const isOf = (parts: Visit['parts'], authority: string): boolean =>
  parts.some((part) => part.authority === authority);

describe('a plan that comes into force', () => {
  let service: RunningService;
  let moved: Visit;
  /** Places that STPS comes to later in the plan. */
  let later: string[];
  beforeAll(async () => {
    service = await startPlannedCountry();
    const visits = (await visitsOf(service, STPS)).filter(({ parts }) => isOf(parts, 'STPS'));
    moved = visits.find(({ weekStart, parts }) => weekStart < weekFromNow(20) && parts.length === 1)!;
    later = visits
      .filter(({ id, weekStart }) => id !== moved.id && weekStart > weekFromNow(12))
      .map(({ facilityId }) => facilityId);
    await alter({ visitId: moved.id, kind: 'MOVED', weekStart: weekFromNow(25) });
    await alter({ facilityId: later[0], kind: 'VISIT_ADDED', weekStart: weekFromNow(6) });
    const [now] = await visitsOf(service, STPS);
    await publish(service, now!);
  });
  afterAll(() => service.close());

  const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    service.database.transactions.run(SERVICE_IDENTITY, () =>
      service.database.transactions.query<Row>(sql, parameters),
    );
  const selections = (facilityId: string, week: number): Promise<Selected[]> =>
    rows<Selected>(
      `select facility_id::text, authority, channel, probability, period_from::text, unit, reason from visit_selections
       where facility_id = $1 and authority = 'STPS' and period_from = $2`,
      [facilityId, weekFromNow(week)],
    );
  const alter = async (rest: Record<string, unknown>): Promise<void> => {
    const input = { planId: moved.planId, ...rest };
    const answer = await change(service, STPS, input, await check(service, STPS, input));
    expect(answer.body?.errors).toBeUndefined();
  };

  it('selects every part of its visits once, with certainty and for the week that it has now', async () => {
    const [told] = await rows<{ parts: number; selections: number; certain: boolean }>(
      `select (select count(*) from planned_visits visit join planned_visit_parts part on part.planned_visit_id = visit.id
          where visit.plan_id = $1 and visit.until_revision is null)::int as parts,
        count(*)::int as selections, bool_and(probability = 1) as certain from visit_selections where plan_id = $1`,
      [moved.planId],
    );

    expect(told!.parts).toBeGreaterThan(20);
    expect(told!.selections).toBe(told!.parts);
    expect(told!.certain).toBe(true);
    expect(await selections(moved.facilityId, 25)).toHaveLength(1);
    const [former] = await rows<{ count: number }>(
      'select count(*)::int as count from visit_selections where facility_id = $1 and period_from = $2',
      [moved.facilityId, moved.weekStart],
    );
    expect(former!.count).toBe(0);
  });

  it('calls a visit that somebody had added theirs, and the rest the model\u2019s', async () => {
    expect(await selections(later[0]!, 6)).toEqual([
      expect.objectContaining({ channel: 'MANUAL', reason: 'Tilføjet i planen: COORDINATION' }),
    ]);
    expect((await selections(moved.facilityId, 25)).map(({ channel }) => channel)).toEqual(['MODEL']);
  });

  it('keeps a visit that is added afterwards too, once, by the unit whose planner added it', async () => {
    expect(await selections(later[1]!, 7)).toEqual([]);

    await alter({ facilityId: later[1], kind: 'VISIT_ADDED', weekStart: weekFromNow(7) });

    expect(await selections(later[1]!, 7)).toEqual([
      {
        facility_id: later[1],
        authority: 'STPS',
        channel: 'MANUAL',
        probability: 1,
        period_from: weekFromNow(7),
        unit: 'STPS',
        reason: 'Tilføjet i planen: COORDINATION',
      },
    ]);
  });

  it('counts nothing of the other authority where a part joins its visit', async () => {
    const visits = await visitsOf(service, STPS);
    const ours = new Set(visits.filter(({ parts }) => isOf(parts, 'STPS')).map((each) => each.facilityId));
    const theirs = visits.find(
      ({ parts, weekStart, facilityId }) =>
        !isOf(parts, 'STPS') && weekStart > weekFromNow(1) && ours.has(facilityId),
    );
    const before = await rows('select from visit_selections');

    await alter({ facilityId: theirs!.facilityId, kind: 'VISIT_ADDED', weekStart: theirs!.weekStart });

    expect((await rows('select from visit_selections')).length).toBe(before.length + 1);
  });
});
