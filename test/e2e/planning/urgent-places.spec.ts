import { addDays, dayInDenmark } from '../../../src/domain/shared/day.js';
import { RandomDraws } from '../../../src/selection/random-draws.service.js';
import type { RunningService } from '../../support/running-service.js';
import { startService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';
import { makePlan, publish, visitsOf, weekFromNow, type Visit } from './planned-country.js';

const STPS = employee('PLANNER', 'STPS');

describe('places that cannot wait for their turn', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
    await makePlan(service, 'spec');
  });
  afterAll(() => service.close());

  const ofPlace = async (facilityId: string): Promise<Visit[]> =>
    (await visitsOf(service, STPS)).filter((visit) => visit.facilityId === facilityId);

  it('are visited soon after a serious event, without the plan telling of it', async () => {
    const later = (await visitsOf(service, STPS)).filter(
      ({ weekStart, parts }) =>
        weekStart > weekFromNow(5) && parts.some(({ authority }) => authority === 'STPS'),
    );
    const before = later[0]!;
    await service.database.transactions.run(employee('PLANNER', 'STPS'), () =>
      service.database.transactions.query(
        `insert into serious_events (facility_id, kind, secrecy, derives_from_concern, occurred_on, description)
         values ($1, 'IMMINENT_DANGER', 'OWNER_ONLY', true, current_date, 'Noget alvorligt er sket her')`,
        [before.facilityId],
      ),
    );

    await makePlan(service, 'spec');

    const own = (await ofPlace(before.facilityId)).find(({ parts }) =>
      parts.some(({ authority }) => authority === 'STPS'),
    )!;
    expect(own.weekStart <= weekFromNow(2)).toBe(true);
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ latest_on: string | null; reasons: string[] }>(
        `select part.latest_on::text, part.reasons from planned_visits visit
         join planned_visit_parts part on part.planned_visit_id = visit.id where visit.visit_id = $1`,
        [own.id],
      ),
    );
    for (const { latest_on: latest, reasons } of rows) {
      expect(latest === null || latest > weekFromNow(4)).toBe(true);
      if (latest === null) expect(reasons).not.toContain('DEADLINE');
    }
  });

  it('are visited by the day that their unit alone knows of, which no other unit can read from the plan', async () => {
    const later = (await visitsOf(service, STPS)).find(
      ({ weekStart, parts }) =>
        weekStart > weekFromNow(8) && parts.some(({ authority }) => authority === 'STPS'),
    )!;
    await service.database.asOwner((client) =>
      client.query(
        `insert into must_visit_by (facility_id, authority, responsible_unit, must_visit_by) values ($1, 'STPS', 'STPS', $2)
         on conflict (facility_id, authority) do update set must_visit_by = excluded.must_visit_by`,
        [later.facilityId, addDays(weekFromNow(4), -1)],
      ),
    );

    await makePlan(service, 'spec');

    const own = (await ofPlace(later.facilityId)).find(({ parts }) =>
      parts.some(({ authority }) => authority === 'STPS'),
    )!;
    expect(own.weekStart < weekFromNow(4)).toBe(true);
    const { plannedVisit } = await told<{
      plannedVisit: { parts: { latestOn: string | null; reasons: string[] }[] };
    }>(
      service,
      employee('PLANNER', 'ARBEJDSTILSYNET'),
      `{ plannedVisit(id: "${own.id}") { parts { latestOn reasons } } }`,
    );
    for (const { latestOn, reasons } of plannedVisit.parts) {
      expect(latestOn === null || latestOn > weekFromNow(5)).toBe(true);
      if (latestOn === null) expect(reasons).not.toContain('DEADLINE');
    }
  });

  it('are in the plan within the quarter where chance has drawn them, and only their own authority is told why', async () => {
    // All that is expected of the quarter, so that chance draws somebody for certain.
    await service.database.transactions.run(employee('AUTHORITY_MANAGER', 'STPS'), () =>
      service.database.transactions.query(
        `insert into random_share_changes (share, reason) values (1, 'the spec needs somebody drawn')`,
      ),
    );
    await service.app.get(RandomDraws).drawQuarter(weekFromNow(2), dayInDenmark(new Date()));
    await makePlan(service, 'spec');
    const { rows: drawn } = await service.database.asOwner((client) =>
      client.query<{ id: string; until: string }>(
        `select place.facility_id as id, draw.period_to::text as until from random_draw_places place
         join random_draws draw on draw.id = place.draw_id where place.is_drawn and draw.authority = 'STPS'`,
      ),
    );
    expect(drawn.length).toBeGreaterThan(0);
    const drawnSeenBy = async (unit: 'STPS' | 'ARBEJDSTILSYNET'): Promise<(boolean | null)[]> => {
      const { plannedVisits } = await told<{
        plannedVisits: {
          visits: {
            facilityId: string;
            weekStart: string;
            parts: { authority: string; isDrawn: boolean | null }[];
          }[];
        };
      }>(
        service,
        employee('PLANNER', unit),
        '{ plannedVisits(first: 100) { visits { facilityId weekStart parts { authority isDrawn } } } }',
      );
      return plannedVisits.visits
        .filter(({ facilityId, weekStart }) =>
          drawn.some(({ id, until }) => id === facilityId && weekStart <= until),
        )
        .flatMap(({ parts }) =>
          parts.flatMap(({ authority, isDrawn }) => (authority === 'STPS' ? [isDrawn] : [])),
        );
    };

    expect((await drawnSeenBy('STPS')).filter(Boolean)).toHaveLength(drawn.length);
    expect((await drawnSeenBy('ARBEJDSTILSYNET')).filter(Boolean)).toEqual([]);
  });

  it('are selected by chance with their probability when the plan is published, the others by the plan', async () => {
    await publish(service, (await visitsOf(service, STPS))[0]!);

    const { rows } = await service.database.asOwner((client) =>
      client.query<{ channel: string; isCertain: boolean; ofPlan: boolean; count: number }>(
        `select channel, probability = 1 as "isCertain", plan_id is not null as "ofPlan", count(*)::int as count
         from visit_selections group by 1, 2, 3 order by 1, 2, 3`,
      ),
    );
    const of = (channel: string): unknown[] =>
      rows.filter((row) => row.channel === channel).map(({ isCertain, ofPlan }) => [isCertain, ofPlan]);
    expect(of('MODEL')).toEqual([[true, true]]);
    expect(of('RANDOM')).toEqual([[false, false]]);
  });
});
