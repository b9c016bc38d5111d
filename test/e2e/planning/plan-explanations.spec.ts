import { ask } from '../../support/asking.js';
import type { RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';
import { startPlannedCountry } from './planned-country.js';

const PLANNER = employee('PLANNER', 'STPS');
const WHY = `isPlanned weekStart reasons office weeks waitsFor neededProbability isConfirmed gap
  balance { weekStart risk duty hoursCost disturbance } alone { weekStart risk }
  changes { kind probability hours weekStart givesWay givingVisits { facilityId authority } }`;

interface Told {
  isPlanned: boolean;
  weekStart: string | null;
  reasons: string[];
  isConfirmed: boolean;
  gap: number;
  changes: { kind: string; probability: number | null; hours: number | null; weekStart: string | null }[];
}

describe('why, why not and what if', () => {
  let service: RunningService;
  /** A place with a visit of the authority, and one without. */
  let planned: { facilityId: string; authority: string };
  let missing: { facilityId: string; authority: string };
  beforeAll(async () => {
    service = await startPlannedCountry();
    await service.database.asOwner(async (client) => {
      const { rows } = await client.query<{ facilityId: string; authority: string }>(
        `select part.facility_id as "facilityId", part.authority from planned_visit_parts part
         join plans on plans.id = part.plan_id where plans.kind = 'RISK_BASED' order by 1, 2 limit 1`,
      );
      planned = rows[0]!;
      // Whoever is closed out by a person for the whole year is missing for certain.
      const closed = `insert into planning_decisions (kind, facility_id, authority, responsible_unit, week_from, week_to, reason, decided_by)
        select 'VETO', part.facility_id, part.authority, part.responsible_unit, plans.horizon_from, plans.horizon_from + 51 * 7, 'ABSENCE', 'spec'
        from planned_visit_parts part join plans on plans.id = part.plan_id
        where plans.kind = 'RISK_BASED' order by part.facility_id desc, part.authority limit 1
        returning facility_id as "facilityId", authority`;
      missing = (await client.query<typeof missing>(closed)).rows[0]!;
      await client.query(
        `delete from planned_visit_parts where facility_id = $1 and authority = $2 and plan_id in (select id from plans where kind = 'RISK_BASED')`,
        [missing.facilityId, missing.authority],
      );
    });
  });
  afterAll(() => service.close());

  const of = ({ facilityId, authority }: typeof planned): string =>
    `facilityId: "${facilityId}", authority: ${authority}`;

  it('weighs a planned visit, and has no reason against it', async () => {
    const { why, whyNot } = await told<{ why: Told; whyNot: Told | null }>(
      service,
      PLANNER,
      `{ why(${of(planned)}) { ${WHY} } whyNot(${of(planned)}) { ${WHY} } }`,
    );
    expect(why.isPlanned).toBe(true);
    expect(why.reasons.length).toBeGreaterThan(0);
    expect(why.gap).toBeGreaterThanOrEqual(0);
    expect(whyNot).toBeNull();
  });

  it('gives a missing visit a reason that the checker confirms, and a change that brings it in', async () => {
    const { whyNot } = await told<{ whyNot: Told }>(
      service,
      PLANNER,
      `{ whyNot(${of(missing)}) { ${WHY} } }`,
    );
    expect(whyNot).toMatchObject({ isPlanned: false, isConfirmed: true, reasons: ['VETOED'] });
    expect(whyNot.changes.map(({ kind }) => kind)).toEqual(['OPEN_WEEKS']);

    const { whatIf } = await told<{ whatIf: { isPlanned: boolean; weekStart: string } }>(
      service,
      PLANNER,
      `{ whatIf(input: { ${of(missing)}, opensWeeks: true }) { isPlanned weekStart givesWay after { visits } before { visits } } }`,
    );
    expect(whatIf.isPlanned).toBe(true);
    expect(whatIf.weekStart).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('tells what hours are worth and what deadlines cost', async () => {
    const { planPrices } = await told<{ planPrices: { offices: { mean: number; highest: number }[] } }>(
      service,
      PLANNER,
      '{ planPrices { offices { responsibleUnit office mean highest dearestWeek } dutyVisits dutyHours findings findingsWithoutDuties } }',
    );
    expect(planPrices.offices.length).toBeGreaterThan(3);
    for (const { mean, highest } of planPrices.offices) expect(highest).toBeGreaterThanOrEqual(mean);
  });

  it('reports the plan beside other ways to plan', async () => {
    const { planReport } = await told<{
      planReport: {
        policies: { policy: string; measures: { visits: number; hours: number } }[];
        offices: { hours: number }[];
      };
    }>(
      service,
      PLANNER,
      '{ planReport { gap riskGap policies { policy measures { visits hours } } curve { burdenShare visitDays } byFacilityType { group ratio } byUnit { group ratio } offices { office hours capacity } } }',
    );
    expect(planReport.policies.map(({ policy }) => policy)).toContain('OPTIMISED_SEPARATE');
    const own = planReport.policies.find(({ policy }) => policy === 'PLAN')!.measures;
    expect(planReport.offices.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(own.hours, 3);
  });

  it('says what is wrong with a question', async () => {
    const refusal = async (input: string): Promise<string> => {
      const { code, body } = await ask(service, PLANNER, `{ whatIf(input: { ${input} }) { isPlanned } }`);
      return `${code}: ${body?.errors?.[0]?.message}`;
    };
    expect(await refusal(of(planned))).toMatch(/^BAD_INPUT: .*exactly one of/);
    expect(await refusal(`${of(planned)}, probability: 1.5`)).toMatch(/^BAD_INPUT: input.probability is 1.5/);
    expect(await refusal(`${of(planned)}, hours: 5`)).toMatch(/^BAD_INPUT: hours need a weekStart/);
    expect(await refusal(`${of(planned)}, isPinned: true, weekStart: "2020-01-07"`)).toMatch(
      /^BAD_INPUT: weekStart/,
    );
    const nowhere = 'facilityId: "00000000-0000-0000-0000-000000000000", authority: STPS';
    expect(await refusal(`${nowhere}, probability: 0.5`)).toMatch(/^NOT_FOUND/);
  });

  it('is for those who keep plans', async () => {
    for (const role of ['VISITING_INSPECTOR', 'REGISTER_CLERK', 'MODEL_OWNER'] as const) {
      const { code } = await ask(service, employee(role, 'STPS'), `{ why(${of(planned)}) { isPlanned } }`);
      expect(code).toBe('FORBIDDEN');
    }
  });
});
