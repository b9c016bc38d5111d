import { setTimeout as sleep } from 'node:timers/promises';
import { RiskService } from '../../../src/risk/risk.service.js';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';
import { Visitor } from '../pages/visitor.js';

const owner = employee('MODEL_OWNER');
const REGISTRY = `{ modelRegistry { inForce afterRollback versions { version isInForce models { authority method comparedOn
  overRule { auc low high isOutside } } } decisions { version decision reason decidedBy } alarms { authority reason before now needsRevalidation } } }`;

interface Registry {
  readonly inForce: number | null;
  readonly afterRollback: number | null;
  readonly versions: readonly {
    version: number;
    isInForce: boolean;
    models: readonly { authority: string }[];
  }[];
  readonly decisions: readonly { version: number; decision: string; reason: string; decidedBy: string }[];
  readonly alarms: readonly { authority: string; reason: string; needsRevalidation: boolean }[];
}

describe('whoever answers for the models', () => {
  let service: RunningService;
  const visitor = (): Visitor => new Visitor(service, owner);
  const registry = async (): Promise<Registry> =>
    (await told<{ modelRegistry: Registry }>(service, owner, REGISTRY)).modelRegistry;
  const scoringIsOver = async (): Promise<void> => {
    for (;;) {
      const { rows } = await service.database.asOwner((client) =>
        client.query(`select from risk_runs where state = 'RUNNING'`),
      );
      if (rows.length === 0) return;
      await sleep(50);
    }
  };
  const scoredBy = async (): Promise<number[]> =>
    service.database.asOwner(async (client) => {
      const { rows } = await client.query<{ version: number }>(
        `select distinct model.version from risk_scores score join risk_models model on model.id = score.model_id
         where run_id = (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1)`,
      );
      return rows.map(({ version }) => version);
    });

  beforeAll(async () => {
    service = await startService();
    await service.app.get(RiskService).trainCandidate(() => undefined);
  });
  afterAll(() => service.close());

  it('sees each version with the figures that decided its methods, the record and what differs', async () => {
    const { versions, inForce, decisions } = await registry();

    expect([versions.map(({ version }) => version), inForce, decisions]).toEqual([[2, 1], null, []]);
    expect(versions[0]!.models.map(({ authority }) => authority)).toEqual([
      'SOCIALTILSYNET',
      'ARBEJDSTILSYNET',
      'STPS',
    ]);
    const page = await visitor().open('/modeller');
    expect(page.html).toContain('Ingen har godkendt en model. Den nyeste træning giver scorerne.');
    expect(page.html).toContain('href="/modeller/2"');
    expect((await visitor().open('/modeller/2')).html).toContain('SOCIALTILSYNET outcome definition: 1');
    expect((await visitor().open('/modeller/3')).status).toBe(404);
  });

  it('sees what a version would change before taking it into use, in their own name and with a reason', async () => {
    const before = await visitor().open('/modeller/2');
    expect(before.html).not.toContain('<textarea');

    const page = await visitor().open('/modeller/2?foelger=ja');
    expect(page.html).toContain('Hvad det ændrer');
    // The same facts and seed: the same models, so that nobody moves.
    expect(page.html).toMatch(/0 steder får et højere niveau.*0 steder får et lavere niveau/s);
    const refused = await visitor().post('/modeller/2/godkend', { begrundelse: 'fordi' });
    expect([refused.status, refused.html.includes('Begrundelse: skriv mindst 10 tegn')]).toEqual([422, true]);
    expect(refused.html).toContain('Hvad det ændrer');

    const done = await visitor().post('/modeller/2/godkend', { begrundelse: 'Trænet på de nyeste besøg.' });
    expect([done.status, done.location]).toEqual([303, '/modeller?gemt=ja']);
    await scoringIsOver();

    expect(await registry()).toMatchObject({
      inForce: 2,
      afterRollback: null,
      decisions: [
        { version: 2, decision: 'APPROVED', reason: 'Trænet på de nyeste besøg.', decidedBy: owner.person },
      ],
    });
    expect(await scoredBy()).toEqual([2]);
  });

  it('rolls back to what was approved before, having seen what that changes', async () => {
    await visitor().post('/modeller/1/godkend', { begrundelse: 'Vi prøver den første igen.' });
    await scoringIsOver();
    expect((await visitor().open('/modeller')).html).toContain('/modeller/2?foelger=ja&amp;tilbage=ja');
    const page = await visitor().open('/modeller/2?foelger=ja&tilbage=ja');
    expect(page.html).toContain('action="/modeller/2/tilbagerul"');

    const wrong = await visitor().post('/modeller/1/tilbagerul', { begrundelse: 'Det er den forkerte.' });
    expect(wrong.status).toBe(422);
    const done = await visitor().post('/modeller/2/tilbagerul', {
      begrundelse: 'Den gav sære scorer i Syd.',
    });
    expect(done.status).toBe(303);
    await scoringIsOver();

    const { inForce, decisions } = await registry();
    expect([inForce, decisions.map(({ decision, version }) => `${version} ${decision}`)]).toEqual([
      2,
      ['1 ROLLED_BACK', '1 APPROVED', '2 APPROVED'],
    ]);
    expect(await scoredBy()).toEqual([2]);
    expect((await visitor().open('/modeller')).html).toContain('Den gav sære scorer i Syd.');
  });

  it('is alarmed where the world has moved, and told what must be shown anew', async () => {
    await service.database.asOwner(async (client) => {
      await client.query(`update inspection_visits set is_serious = true where authority = 'STPS'`);
      await client.query(`update risk_scores set points = least(10000, points + 2000) where authority = 'STPS'`);
    });
    await service.app.get(RiskService).scoreAll('spec', () => undefined);

    const { alarms } = await registry();

    const ofStps = alarms.filter(({ authority }) => authority === 'STPS').map(({ reason, needsRevalidation }) => [reason, needsRevalidation]);
    expect(ofStps.length).toBeGreaterThan(0);
    expect((await visitor().open('/modeller')).html).toContain('Da modellen blev taget i brug');
  }); // prettier-ignore

  it('is alone with it: nobody else sees or decides anything, and every decision is in the log', async () => {
    for (const role of ['AUTHORITY_MANAGER', 'PLANNER', 'VISITING_INSPECTOR', 'REGISTER_CLERK'] as const) {
      expect((await ask(service, employee(role), REGISTRY)).code).toBe('FORBIDDEN');
      const approve = 'mutation { approveModels(input: { version: 1, reason: "fordi jeg kan det" }) { inForce } }';
      expect((await ask(service, employee(role), approve)).code).toBe('FORBIDDEN');
      expect((await new Visitor(service, employee(role)).open('/modeller')).status).toBe(403);
    }
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ person: string; operation: string }>(
        `select person, operation from audit_entries where operation ~ 'approveModels|rollBackModels' and outcome = 'DONE' order by sequence`,
      ),
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['mutation ApproveModels: approveModels', 'mutation ApproveModels: approveModels', 'mutation RollBackModels: rollBackModels']);
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([owner.person]));
  }); // prettier-ignore
});
