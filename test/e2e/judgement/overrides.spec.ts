import { addDays, dayInDenmark } from '../../../src/domain/shared/day.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, MINISTRY, told, worksAt } from '../graphql/people.js';
import { Visitor } from '../pages/visitor.js';

const LIST = `{ facilities(first: 100) { totalCount edges { node { id standing { modelBand effectiveBand override { band } } } } } }`;
const OVERRIDE = `mutation ($input: OverrideBandInput!) { overrideBand(input: $input) {
  id state needsConfirmation modelBand band secrecy requestedBy } }`;
const DECIDE = `mutation ($id: ID!, $step: OverrideStepKind!) { decideOverride(input: { id: $id, step: $step }) {
  state steps { step person } } }`;
const TODAY = dayInDenmark(new Date());

interface Listed {
  readonly id: string;
  readonly standing: { modelBand: string; effectiveBand: string } | null;
}

const planner = employee('PLANNER');
const colleague = { ...employee('AUTHORITY_MANAGER'), person: 'a colleague' };

describe('a band that somebody sets', () => {
  let service: RunningService;
  let places: readonly Listed[];
  beforeAll(async () => {
    service = await startService();
    // Every band in use, whatever the model of the day says of so small a country.
    await service.database.asOwner((client) =>
      client.query(`update risk_scores score set band = (array['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'])[quarter]
        from (select facility_id, ntile(4) over (order by points, facility_id) as quarter from risk_scores where authority = 'COMBINED') ranked
        where score.facility_id = ranked.facility_id and score.authority = 'COMBINED'`),
    );
    places = await listedBy(planner);
  });
  afterAll(() => service.close());

  async function listedBy(identity: Identity): Promise<Listed[]> {
    const { facilities } = await told<{ facilities: { edges: { node: Listed }[] } }>(service, identity, LIST);
    return facilities.edges.map(({ node }) => node);
  }
  const lowest = (): Listed => places.findLast(({ standing }) => standing?.modelBand === 'LOW')!;
  const input = (facilityId: string, band: string, changes = {}): Record<string, unknown> => ({
    input: {
      facilityId,
      band,
      reasonCode: 'SEEN_ON_VISIT',
      explanation: 'Ledelsen er rejst, og der er kun vikarer.',
      expiresOn: addDays(TODAY, 30),
      ...changes,
    },
  });
  const set = async (
    identity: Identity,
    variables: Record<string, unknown>,
  ): Promise<Record<string, string>> =>
    (await told<{ overrideBand: Record<string, string> }>(service, identity, OVERRIDE, variables))
      .overrideBand;
  const positionOf = async (id: string, identity = planner): Promise<number> =>
    (await listedBy(identity)).findIndex((place) => place.id === id);

  it('orders the list and stands beside the model at once, where it is one band away', async () => {
    const { id } = lowest();
    const before = await positionOf(id);

    const answer = await set(planner, input(id, 'MEDIUM'));

    expect(answer).toMatchObject({
      state: 'IN_FORCE',
      needsConfirmation: false,
      modelBand: 'LOW',
      requestedBy: planner.person,
    });
    expect(await positionOf(id)).toBeLessThan(before);
    const stps = (await listedBy(employee('PLANNER', 'STPS'))).find((place) => place.id === id);
    expect(stps?.standing).toEqual({
      modelBand: 'LOW',
      effectiveBand: 'MEDIUM',
      override: { band: 'MEDIUM' },
    });

    await told(service, planner, DECIDE, { id: answer['id'], step: 'WITHDRAWN' });
    expect(await positionOf(id)).toBe(before);
  });

  it('counts for nothing until a second person has confirmed it, where it is further away', async () => {
    const { id } = lowest();
    const asked = await set(planner, input(id, 'VERY_HIGH'));
    expect(asked).toMatchObject({ state: 'AWAITING', needsConfirmation: true });
    expect((await listedBy(planner)).find((place) => place.id === id)?.standing?.effectiveBand).toBe('LOW');

    expect((await ask(service, planner, DECIDE, { id: asked['id'], step: 'CONFIRMED' })).code).toBe('CONFLICT');
    expect((await ask(service, employee('AUTHORITY_MANAGER', 'STPS'), DECIDE, { id: asked['id'], step: 'CONFIRMED' })).code).toBe('FORBIDDEN');
    const waiting = await told<{ awaitingOverrides: { id: string }[] }>(service, colleague, '{ awaitingOverrides { id } }');
    expect(waiting.awaitingOverrides).toEqual([{ id: asked['id'] }]);

    const decided = await told(service, colleague, DECIDE, { id: asked['id'], step: 'CONFIRMED' });
    expect(decided).toEqual({
      decideOverride: { state: 'IN_FORCE', steps: [{ step: 'CONFIRMED', person: 'a colleague' }] },
    });
    expect((await listedBy(planner)).find((place) => place.id === id)?.standing?.effectiveBand).toBe('VERY_HIGH');
    const high = await told<{ facilities: { edges: { node: { id: string } }[] } }>(
      service,
      planner,
      '{ facilities(first: 100, filter: { band: VERY_HIGH }) { edges { node { id } } } }',
    );
    expect(high.facilities.edges.map(({ node }) => node.id)).toContain(id);
  }); // prettier-ignore

  it('ends by itself, by the clock that is handed in', async () => {
    const inForce = (on: string): Promise<unknown[]> =>
      service.database.transactions.run(planner, () =>
        service.database.transactions.query('select id from overrides_in_force($1::date)', [on]),
      );

    expect(await inForce(addDays(TODAY, 29))).toHaveLength(1);
    expect(await inForce(addDays(TODAY, 30))).toEqual([]);
  });

  it('leaves order, count and band of the others alone where its reason is for the own unit', async () => {
    const others = [employee('PLANNER', 'STPS'), employee('PLANNER', 'SOCIALTILSYN_SYD'), employee('MODEL_OWNER', 'ARBEJDSTILSYNET')];
    const before = await Promise.all(others.map(listedBy));
    const place = places.find(({ standing }) => standing?.modelBand === 'MEDIUM')!;

    const answer = await set(planner, input(place.id, 'HIGH', { reasonCode: 'OWN_KNOWLEDGE' }));

    expect(answer).toMatchObject({ secrecy: 'OWNER_ONLY', state: 'IN_FORCE' });
    expect(await Promise.all(others.map(listedBy))).toEqual(before);
    expect((await listedBy(planner)).find(({ id }) => id === place.id)?.standing?.effectiveBand).toBe('HIGH');
    const history = '{ facilities(first: 100) { edges { node { bandOverrides { explanation } } } } }';
    const texts = JSON.stringify(await told(service, others[0]!, history));
    expect(texts.match(/explanation/g)).toHaveLength(2);
  }); // prettier-ignore

  it.each([
    ['too long', { expiresOn: addDays(TODAY, 181) }, 'BAD_INPUT', 'choose a day from'],
    ['over already', { expiresOn: TODAY }, 'BAD_INPUT', 'choose a day from'],
    ['for no reason on the list', { reasonCode: 'BECAUSE' }, 'BAD_INPUT', 'choose one of overrideReasons'],
    ['with a person number', { explanation: 'Beboeren 010190-1234 klager' }, 'BAD_INPUT', 'person number'],
    ['what the model says itself', { band: 'LOW' }, 'BAD_INPUT', "which is the model's own"],
    ['for no place', { facilityId: '00000000-0000-4000-8000-000000000000' }, 'NOT_FOUND', 'no score'],
  ])('is refused where it is %s', async (_, changes, code, message) => {
    const answer = await ask(service, planner, OVERRIDE, input(lowest().id, 'MEDIUM', changes));

    expect([answer.code, answer.body?.errors?.[0]?.message]).toEqual([
      code,
      expect.stringContaining(message),
    ]);
  });

  it('is held to people by the database: no forged author, no second decision, no change', async () => {
    const run = (identity: Identity, sql: string): Promise<unknown[]> =>
      service.database.transactions.run(identity, () => service.database.transactions.query(sql));
    const place = places.find(({ standing }) => standing?.modelBand === 'LOW')!;
    const insert = `insert into band_overrides (facility_id, band, reason_code, explanation, expires_on, requested_by, needs_confirmation)
      values ('${place.id}', 'VERY_HIGH', 'DATA_WRONG', 'forged by a program', current_date + 9, 'somebody else', false) returning *`;

    expect(await run(planner, insert)).toMatchObject([{ requested_by: planner.person, needs_confirmation: true }]);
    for (const identity of [worksAt(place.id), MINISTRY, employee('VISITING_INSPECTOR'), employee('MODEL_OWNER')]) {
      await expect(run(identity, insert)).rejects.toThrow(/row-level security|null value/);
    }
    const step = `insert into band_override_steps (override_id, step, person) select id, 'CONFIRMED', 'another' from band_overrides
      where explanation = 'forged by a program'`;
    await expect(run(planner, step)).rejects.toThrow('A second person');
    await run(colleague, step);
    await expect(run(colleague, step.replace('CONFIRMED', 'REFUSED'))).rejects.toThrow('has been decided on');
    await expect(run(planner, 'update band_overrides set band = model_band')).rejects.toThrow('permission denied');
    await expect(run(planner, 'delete from band_override_steps')).rejects.toThrow('permission denied');
  }); // prettier-ignore

  it('is reported against the model, and says "too few"', async () => {
    const { overrideReport } = await told<{ overrideReport: Record<string, unknown>[] }>(
      service,
      employee('MODEL_OWNER'),
      '{ overrideReport { direction visits share verdict } }',
    );

    expect(overrideReport).toEqual([
      { direction: 'UP', visits: 0, share: null, verdict: 'TOO_FEW' },
      { direction: 'DOWN', visits: 0, share: null, verdict: 'TOO_FEW' },
    ]);
  });

  it('is compared with what the next visit of each authority found', async () => {
    await service.database.asOwner(async (client) => {
      await client.query('alter table band_overrides disable trigger stamp');
      await client.query(`insert into judgement_parameters values ('OVERRIDE_REPORT_FEWEST', 1, 'visits', '2026-01-02', 'spec', false)`);
      await client.query(`with visit as (
          select link.facility_id, min(visit.occurred_on) as first_on from inspection_visits visit join facility_links link using (source_key)
          where link.valid_to is null and visit.authority = 'SOCIALTILSYNET' and visit.is_serious is not null group by 1 limit 8
        ) insert into band_overrides (facility_id, run_id, model_band, band, reason_code, explanation, secrecy, expires_on, needs_confirmation, authority, unit, requested_by, requested_at)
        select facility_id, (select id from risk_runs limit 1), 'LOW', 'MEDIUM', 'DATA_WRONG', 'long ago and over', 'SHARED', '2026-10-01', false, 'STPS', 'STPS', 'spec', first_on - 1 from visit`);
    });
    const [expected] = await service.database.asOwner(async (client) => (await client.query<{ visits: number; serious: number }>(
      `select count(*)::int as visits, count(*) filter (where is_serious)::int as serious from (
        select distinct on (o.facility_id, visit.authority) visit.is_serious from band_overrides o
        join facility_links link on link.facility_id = o.facility_id and link.valid_to is null
        join inspection_visits visit on visit.source_key = link.source_key
        join risk_scores score on score.facility_id = o.facility_id and score.authority = visit.authority
        where o.explanation = 'long ago and over' and visit.occurred_on > o.requested_at::date and visit.occurred_on < '2026-10-01' and visit.is_serious is not null
        order by o.facility_id, visit.authority, visit.occurred_on, visit.visit_key) as next_visit`,
    )).rows);

    const { overrideReport } = await told<{ overrideReport: Record<string, unknown>[] }>(service, employee('MODEL_OWNER'),
      '{ overrideReport { direction reasonCode visits serious share expected verdict overrideRight modelRight } }');

    expect(expected!.visits).toBeGreaterThan(8);
    expect(overrideReport[0]).toMatchObject({ direction: 'UP', ...expected, share: expected!.serious / expected!.visits });
    expect(overrideReport[0]!['verdict']).not.toBe('TOO_FEW');
    expect(overrideReport[0]).toMatchObject({ reasonCode: null, overrideRight: expected!.serious, modelRight: expected!.visits - expected!.serious });
    expect(overrideReport[1]).toMatchObject({ direction: 'UP', reasonCode: 'DATA_WRONG', ...expected });
    const page = await new Visitor(service, employee('AUTHORITY_MANAGER')).open('/udtagelse');
    expect(page.html).toContain('Medarbejderen fik ret');
  }); // prettier-ignore
});
