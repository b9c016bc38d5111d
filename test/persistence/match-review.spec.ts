import { Transactions } from '../../src/database/transactions.js';
import type { SourceKey } from '../../src/domain/shared/authority.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { FacilitiesService } from '../../src/facilities/facilities.service.js';
import { MatchReviewService } from '../../src/facilities/match-review.service.js';
import { Rematching } from '../../src/facilities/rematching.service.js';
import { arbejdstilsynet, socialtilsynet } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { reactionRow, tilbudRow } from '../factories/register-rows.js';

const T1 = 'socialtilsynet:T1/A1' as SourceKey;
const T2 = 'socialtilsynet:T2/A1' as SourceKey;
const AT1 = 'arbejdstilsynet:AT1' as SourceKey;
const CLERK: Identity = {
  role: 'REGISTER_CLERK',
  person: 'clerk',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_SYD',
};
const DECIDER = { person: 'clerk', authority: 'SOCIALTILSYNET', reason: 'visited them both' } as const;

describe('what people decide about records', () => {
  let bench: ImportBench;
  let review: MatchReviewService;
  beforeAll(async () => {
    bench = await ImportBench.open();
    review = bench.services.get(MatchReviewService);
  });
  beforeEach(async () => {
    await bench.empty();
    await deliver('2026-01-01');
  });
  afterAll(() => bench.close());

  /** T1 and AT1 are one place by every sign; T2 is far away. */
  async function deliver(day: string, changes: Parameters<typeof reactionRow>[0] = {}): Promise<void> {
    const far = { adresse: 'Havnegade 3', postnr: '8000', by: 'Aarhus', kommunekode: '0751' };
    const other = { p_nummer: '1003388395', cvr_nummer: '24256790', virksomhed: 'Aarhus Kommune' };
    await bench.import(
      socialtilsynet(day, {
        tilbud: [
          tilbudRow(),
          tilbudRow({ tilbudsid: 'T2', navn: 'Engen', afdelingsnavn: 'Engen', ...far, ...other }),
        ],
      }),
      arbejdstilsynet(day, { tilsyn: [reactionRow(changes)] }),
    );
  }
  /** The records of each place, places in the order of their first record. */
  async function places(): Promise<string[][]> {
    const rows = await bench.rows<{ keys: string[] }>(
      `select array_agg(source_key order by source_key) as keys from facility_links where valid_to is null
       group by facility_id order by min(source_key)`,
    );
    return rows.map(({ keys }) => keys);
  }
  async function placeOf(key: string): Promise<string> {
    const [row] = await bench.rows<{ id: string }>(
      'select facility_id as id from facility_links where source_key = $1 and valid_to is null',
      [key],
    );
    return row!.id;
  }
  async function asClerk<T>(work: () => Promise<T>, identity = CLERK): Promise<T> {
    const done = await bench.services.get(Transactions).run(identity, work);
    await bench.services.get(Rematching).settled();
    return done;
  }

  it('keeps records apart that a person says are not the same, also when they are delivered again', async () => {
    const before = await placeOf(T1);
    expect(await places()).toEqual([[AT1, T1], [T2]]);

    await asClerk(() => review.decideOnPair('NEVER_LINK', T1, AT1, null, DECIDER));
    expect(await places()).toEqual([[AT1], [T1], [T2]]);
    await deliver('2026-02-01', { ansatte: '33' });

    expect(await places()).toEqual([[AT1], [T1], [T2]]);
    expect([await placeOf(T1), await placeOf(AT1)]).toContain(before);
  });

  it('falls back to the evidence, and to the same place, when the decision is undone', async () => {
    const before = await placeOf(T1);
    const { id } = await asClerk(() => review.decideOnPair('NEVER_LINK', T1, AT1, null, DECIDER));

    await asClerk(() => review.undo(id, { ...DECIDER, reason: 'mixed them up' }));

    expect(await places()).toEqual([[AT1, T1], [T2]]);
    const found = await asClerk(() => bench.services.get(FacilitiesService).findFacility(before));
    expect(found?.id).toBe(await placeOf(T1));
    await expect(asClerk(() => review.undo(id, DECIDER))).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('brings two places together; the id that goes leads to the one that stays', async () => {
    const [one, other] = [await placeOf(T1), await placeOf(T2)];

    await asClerk(() => review.mergeFacilities(one, other, DECIDER));

    expect(await places()).toEqual([[AT1, T1, T2]]);
    const kept = await placeOf(T1);
    const gone = kept === one ? other : one;
    const found = await asClerk(() => bench.services.get(FacilitiesService).findFacility(gone));
    expect(found?.id).toBe(kept);
    await deliver('2026-03-01');
    expect(await places()).toEqual([[AT1, T1, T2]]);
  });

  it('takes the chosen records out of a place, and refuses when the place has changed meanwhile', async () => {
    const place = await placeOf(T1);

    await asClerk(() => review.splitFacility(place, [AT1], [T1, AT1], DECIDER));

    expect(await places()).toEqual([[AT1], [T1], [T2]]);
    await expect(asClerk(() => review.splitFacility(place, [AT1], [T1, AT1], DECIDER))).rejects.toMatchObject(
      { code: 'CONFLICT' },
    );
    const alone = await placeOf(T1);
    await expect(asClerk(() => review.splitFacility(alone, [T1], [T1], DECIDER))).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('lets one of two clerks decide who looked at the same time', async () => {
    const decide = (kind: 'MERGE' | 'NEVER_LINK', person: string): Promise<unknown> =>
      bench.services
        .get(Transactions)
        .run({ ...CLERK, person }, () => review.decideOnPair(kind, T1, T2, null, { ...DECIDER, person }));

    const outcomes = await Promise.allSettled([decide('MERGE', 'anna'), decide('NEVER_LINK', 'bo')]);
    await bench.services.get(Rematching).settled();

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect((refused as PromiseRejectedResult).reason).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/^(anna|bo) has decided on these records in the meantime/) as string,
    });
    expect(await bench.rows('select kind from match_decisions')).toHaveLength(1);
  });

  it('keeps every decision with who, why and what was undone', async () => {
    const { id } = await asClerk(() => review.decideOnPair('MERGE', T1, T2, null, DECIDER));
    await asClerk(() => review.undo(id, { ...DECIDER, reason: 'not after all' }));

    const place = await placeOf(T1);
    const told = await asClerk(() => review.decisionsOf([place]));

    expect(told.get(place)).toMatchObject([
      { kind: 'UNDO', undoes: id, reason: 'not after all', decidedBy: 'clerk' },
      { kind: 'MERGE', undoneBy: expect.any(String) as string, leftKeys: [T1], rightKeys: [T2] },
    ]);
  });

  it('is for register clerks alone, in the database too', async () => {
    const planner: Identity = { ...CLERK, role: 'PLANNER' };

    await expect(
      asClerk(() => review.decideOnPair('MERGE', T1, T2, null, DECIDER), planner),
    ).rejects.toMatchObject({ message: expect.stringContaining('row-level security') as string });
  });
});
