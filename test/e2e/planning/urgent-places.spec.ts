import type { RunningService } from '../../support/running-service.js';
import { startService } from '../../support/running-service.js';
import { employee } from '../graphql/people.js';
import { makePlan, visitsOf, weekFromNow, type Visit } from './planned-country.js';

const STPS = employee('PLANNER', 'STPS');

describe('places that cannot wait', () => {
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
});
