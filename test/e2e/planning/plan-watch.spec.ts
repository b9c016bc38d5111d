import { dayInDenmark } from '../../../src/domain/shared/day.js';
import { PlanWatch } from '../../../src/planning/watch/plan-watch.service.js';
import { ask } from '../../support/asking.js';
import type { RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';
import { publish, startPlannedCountry, visitsOf, weekFromNow, type Visit } from './planned-country.js';

const STPS = employee('PLANNER', 'STPS');
const WORK = employee('PLANNER', 'ARBEJDSTILSYNET');
const TODAY = dayInDenmark(new Date());

interface Job {
  state: string;
  causes: string[];
  planId: string;
  basedOn: string;
}

interface Difference {
  kind: string;
  facilityId: string;
}

describe('a published plan', () => {
  let service: RunningService;
  let published: Visit[];
  beforeAll(async () => {
    service = await startPlannedCountry();
    await publish(service, (await visitsOf(service, STPS))[0]!);
    published = await visitsOf(service, STPS);
  });
  afterAll(() => service.close());

  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    (await service.database.asOwner((client) => client.query(sql, parameters))).rows as Row[];

  /** What comes of looking: the planning that begins by itself, once it has ended. */
  async function looked(): Promise<Job | undefined> {
    const id = await service.app.get(PlanWatch).look(TODAY);
    for (let time = 0; id !== undefined && time < 600; time += 1) {
      const { planningJob } = await told<{ planningJob: Job }>(
        service,
        WORK,
        `{ planningJob(id: "${id}") { state causes planId basedOn } }`,
      );
      if (planningJob.state !== 'RUNNING') return planningJob;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return undefined;
  }

  it('is left alone while nothing happens', async () => {
    expect(await looked()).toBeUndefined();
  });

  it('is replanned by itself when an inspector falls ill, as a draft that keeps what others agreed to', async () => {
    const [ill] = await rows<{ code: string; unit: string; on: string }>(
      `select who.inspector_code as code, inspectors.responsible_unit as unit, day.visit_on::text as on
       from planned_visit_inspectors who join planned_visit_days day using (planned_visit_id)
       join inspectors using (inspector_code) where who.authority = 'STPS' order by day.visit_on limit 1`,
    );
    const absence = `{ inspector: "${ill!.code}", from: "${ill!.on}", to: "${ill!.on}" }`;
    const asked = `mutation { registerAbsence(input: ${absence}) { id inspector } }`;
    expect((await ask(service, WORK, asked)).code).toBe('NOT_FOUND');
    await told(service, STPS, asked);

    const job = (await looked())!;

    expect(job).toMatchObject({ state: 'FINISHED', causes: ['ABSENCE'], basedOn: published[0]!.planId });
    const named = await rows(
      `select 1 from planned_visit_inspectors join planned_visit_days day using (planned_visit_id, plan_id)
       where plan_id = $1 and inspector_code = $2 and visit_on = $3`,
      [job.planId, ill!.code, ill!.on],
    );
    expect(named).toEqual([]);
    const { planDifferences } = await told<{ planDifferences: Difference[] }>(
      service,
      STPS,
      `{ planDifferences(from: "${job.basedOn}", to: "${job.planId}") { kind facilityId } }`,
    );
    expect(planDifferences.length).toBeLessThan(0.2 * published.length);
    const answers = await rows<{ answer: string; count: number }>(
      `select coalesce(given.answer, 'PROPOSED') as answer, count(*)::int as count from planned_visits visit
       join planned_visit_parts part on part.planned_visit_id = visit.id
       left join visit_part_answers given on given.planned_visit_id = visit.id and given.authority = part.authority
       where visit.plan_id = $1 group by 1`,
      [job.planId],
    );
    const of = (answer: string): number => answers.find((each) => each.answer === answer)?.count ?? 0;
    expect(of('ACCEPTED')).toBeGreaterThan(4 * of('PROPOSED'));
    // The plan in force is still the published one, and looking again finds nothing new.
    expect((await visitsOf(service, STPS))[0]!.planId).toBe(published[0]!.planId);
    expect(await looked()).toBeUndefined();
    const { absences } = await told<{ absences: unknown[] }>(service, WORK, '{ absences { id } }');
    expect(absences).toEqual([]);
  });

  it('is replanned after a serious event, and says no more of it than all staff may know', async () => {
    const add = async (kind: string, secrecy: string): Promise<unknown> =>
      service.database.transactions.run(STPS, () =>
        service.database.transactions.query(
          `insert into serious_events (facility_id, kind, secrecy, derives_from_concern, occurred_on, description)
           values ($1, $2, $3, $4, current_date, 'Noget alvorligt er sket her')`,
          [published.at(-1)!.facilityId, kind, secrecy, secrecy !== 'SHARED'],
        ),
      );
    await add('IMMINENT_DANGER', 'OWNER_ONLY');
    expect((await looked())?.causes).toEqual(['OTHER']);
    await add('FATALITY', 'SHARED');
    expect((await looked())?.causes).toEqual(['SERIOUS_EVENT']);
  });

  it('loses a place that has closed', async () => {
    const later = published.filter(({ weekStart }) => weekStart > weekFromNow(8));
    const closed = later[0]!.facilityId;
    await rows(
      `update source_records set ended_on = current_date where source_key in
         (select source_key from facility_links where facility_id = $1 and valid_to is null)`,
      [closed],
    );
    expect(await looked()).toBeUndefined();
    await rows(`update import_runs set finished_at = clock_timestamp() where state = 'FINISHED'`);

    const job = (await looked())!;

    expect(job.causes).toContain('PLACES_CHANGED');
    expect(
      await rows('select 1 from planned_visits where plan_id = $1 and facility_id = $2', [
        job.planId,
        closed,
      ]),
    ).toEqual([]);
    const { planDifferences } = await told<{ planDifferences: Difference[] }>(
      service,
      STPS,
      `{ planDifferences(from: "${job.basedOn}", to: "${job.planId}") { kind facilityId } }`,
    );
    expect(planDifferences).toContainEqual({ kind: 'DROPPED', facilityId: closed });
  });
});
