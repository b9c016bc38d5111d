import { SERVICE_IDENTITY, type Identity } from '../../../src/domain/shared/identity.js';
import { ask } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';

const SHARES = '{ randomShares { authority share normalShare isReduced awaiting { id share requestedBy } } }';
const SET = `mutation ($share: Float!) {
  setRandomShare(input: { share: $share, reason: "Vi mangler tilsynsførende i dette kvartal" }) { share isReduced awaiting { id } }
}`;
const AGREE = 'mutation ($id: ID!) { agreeToRandomShare(changeId: $id) { share isReduced } }';

const owner = employee('MODEL_OWNER', 'STPS');
const manager = employee('AUTHORITY_MANAGER', 'STPS');

describe('the random share', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterAll(() => service.close());

  const run = (identity: Identity, sql: string): Promise<unknown> =>
    service.database.transactions.run(identity, () => service.database.transactions.query(sql));
  const shareOfStps = async (identity: Identity = owner): Promise<Record<string, unknown>> => {
    const { randomShares } = await told<{ randomShares: Record<string, unknown>[] }>(
      service,
      identity,
      SHARES,
    );
    return randomShares.find(({ authority }) => authority === 'STPS')!;
  };

  it('is a tenth of the visits where nobody has decided otherwise', async () => {
    expect(await shareOfStps()).toEqual({
      authority: 'STPS',
      share: 0.1,
      normalShare: 0.1,
      isReduced: false,
      awaiting: null,
    });
  });

  it('can be raised by one person', async () => {
    const answer = await told(service, owner, SET, { share: 0.2 });

    expect(answer).toEqual({ setRandomShare: { share: 0.2, isReduced: false, awaiting: null } });
  });

  it('falls below the normal one only when a second person has agreed, and everybody sees both', async () => {
    const asked = await told<{ setRandomShare: { share: number; awaiting: { id: string } } }>(
      service,
      owner,
      SET,
      {
        share: 0,
      },
    );
    expect(asked.setRandomShare.share).toBe(0.2);
    const { id } = asked.setRandomShare.awaiting;
    expect(await shareOfStps(employee('VISITING_INSPECTOR'))).toMatchObject({
      isReduced: false,
      awaiting: { share: 0, requestedBy: owner.person },
    });

    expect((await ask(service, owner, AGREE, { id })).code).toBe('CONFLICT');
    expect((await ask(service, employee('AUTHORITY_MANAGER'), AGREE, { id })).code).toBe('NOT_FOUND');
    expect(await shareOfStps()).toMatchObject({ share: 0.2 });

    expect(await told(service, manager, AGREE, { id })).toEqual({
      agreeToRandomShare: { share: 0, isReduced: true },
    });
    expect(await shareOfStps(employee('VISITING_INSPECTOR'))).toMatchObject({ share: 0, isReduced: true });
    expect((await ask(service, employee('MODEL_OWNER', 'STPS'), AGREE, { id })).code).toBe('NOT_FOUND');

    expect(await told(service, manager, SET, { share: 0.1 })).toMatchObject({
      setRandomShare: { share: 0.1, isReduced: false },
    });
  });

  it.each([
    ['more than everything', 1.5],
    ['less than nothing', -0.1],
  ])('is refused as %s', async (_, share) => {
    expect((await ask(service, owner, SET, { share })).code).toBe('BAD_INPUT');
  });

  const INSERT = `insert into random_share_changes (authority, share, reason, requested_by, requested_at, needs_second, second_person, seconded_at)
    values ('STPS', 0, 'silently switched off', 'somebody', now(), true, 'somebody else', now()) returning id`;

  it('is not set by the service, by other roles or for other authorities, whatever the program says', async () => {
    for (const identity of [SERVICE_IDENTITY, employee('PLANNER', 'STPS'), employee('MODEL_OWNER')]) {
      await expect(run(identity, INSERT)).rejects.toThrow(/set by|not set by/);
    }
  });

  it('does not believe a program that names a second person itself', async () => {
    await run(owner, INSERT);

    expect(await shareOfStps()).toMatchObject({ share: 0.1, awaiting: { requestedBy: owner.person } });
    await expect(
      run(owner, `update random_share_changes set second_person = 'somebody else', seconded_at = now()
        where id = (select max(id) from random_share_changes)`),
    ).rejects.toThrow('cannot be the second person'); // prettier-ignore
    expect(await shareOfStps()).toMatchObject({ share: 0.1 });
  });

  it('keeps its changes from everybody, the owner of the tables included', async () => {
    const asOwner = (sql: string): Promise<unknown> =>
      service.database.asOwner((client) => client.query(sql));

    await expect(asOwner('delete from random_share_changes')).rejects.toThrow('are kept');
    await expect(asOwner('truncate random_share_changes')).rejects.toThrow('are kept');
    await expect(asOwner('update random_share_changes set share = 0')).rejects.toThrow('set by a named');
    await expect(asOwner(INSERT)).rejects.toThrow('set by a named');
  });
});
