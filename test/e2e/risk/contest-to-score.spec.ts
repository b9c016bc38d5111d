import { setTimeout as sleep } from 'node:timers/promises';
import type { ResponsibleUnit } from '../../../src/domain/shared/authority.js';
import { ModelRegistry } from '../../../src/risk/model-registry.service.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, told, worksAt } from '../graphql/people.js';
import { Visitor } from '../pages/visitor.js';

const SCORES = `{ facilities(first: 100) { edges { node { id score { asOf points
  loweringChanges { action points text { da } authorities { authority points } } authorities { authority points } } } } } }`;

interface Scored {
  readonly id: string;
  readonly score: {
    readonly asOf: string;
    readonly points: number;
    readonly authorities: readonly { authority: string; points: number }[];
    readonly loweringChanges:
      | readonly {
          readonly action: string;
          readonly points: number;
          readonly authorities: readonly { authority: string; points: number }[];
        }[]
      | null;
  };
}

describe('a place whose order is not open any more', () => {
  let service: RunningService;
  let place: Scored;
  let change: NonNullable<Scored['score']['loweringChanges']>[number];
  const owner = employee('MODEL_OWNER');
  const scored = async (): Promise<Scored[]> => {
    const { facilities } = await told<{ facilities: { edges: { node: Scored }[] } }>(
      service,
      employee('PLANNER'),
      SCORES,
    );
    return facilities.edges.map(({ node }) => node);
  };

  beforeAll(async () => {
    service = await startService();
    await service.app.get(ModelRegistry).approve(1, 'The only one there is.', 'spec');
    const found = (await scored()).flatMap((each) =>
      (each.score.loweringChanges ?? [])
        .filter(({ action }) => action === 'COMPLY_WITH_ALL_ORDERS')
        .map((lowering) => ({ each, lowering })),
    );
    place = found[0]!.each;
    change = found[0]!.lowering;
  });
  afterAll(() => service.close());

  it('contests it; its authority answers in time, corrects it at the source, and the score is what was said', async () => {
    const ours = worksAt(place.id);
    const visitor = new Visitor(service, ours);
    const { rows: open } = await service.database.asOwner((client) =>
      client.query<{ visit: string; finding: string; unit: ResponsibleUnit }>(
        `select finding.visit_key as visit, finding.finding_key as finding,
           coalesce(record.responsible_unit, finding.authority) as unit
         from findings finding join inspection_visits visit using (visit_key)
         join facility_links link on link.source_key = visit.source_key and link.valid_to is null
         join source_records record on record.source_key = visit.source_key
         where link.facility_id = $1 and finding.kind = 'REACTION' and finding.due_on is not null and finding.complied_on is null
         order by visit.occurred_on desc limit 1`,
        [place.id],
      ),
    );
    const { visit, finding, unit } = open[0]!;
    const filed = await visitor.post(`/tilbud/${place.id}/indsigelser`, {
      oplysning: `${visit} ${finding}`,
      indsigelse: 'Påbuddet er efterkommet i september; vi har kvitteringen.',
    });
    expect(filed.status).toBe(303);
    const planner = new Visitor(service, employee('PLANNER', unit));
    expect((await planner.open('/opgaver')).html).toContain(`/tilbud/${place.id}/indsigelser`);
    const explained = (await planner.open(`/tilbud/${place.id}`)).html;
    expect(explained).toMatch(/Stedet er uenigt i.*vi har kvitteringen.*Svar senest/s);

    const contests = (await planner.open(`/tilbud/${place.id}/indsigelser`)).html;
    const [, action] = /action="([^"]+\/svar)"/.exec(contests)!;
    const answer = { afgoerelse: 'CORRECTED', svar: 'I har ret; registret er rettet i dag.' };
    expect((await planner.post(action!, answer)).status).toBe(303);
    expect((await visitor.open(`/tilbud/${place.id}/indsigelser`)).html).toContain('I har ret; registret er rettet i dag.');
    // Nothing is overwritten here: until the register delivers the correction, the score stands.
    expect((await scored()).find(({ id }) => id === place.id)!.score).toEqual(place.score);

    // What the next delivery says: complied with, or, where a register never reports that, the deadline is over.
    await service.database.asOwner((client) =>
      client.query(
        `update findings set complied_on = '2026-10-01',
           due_on = case when source_term = 'Påbud med frist' then due_on else least(due_on, '2026-10-04') end
         from inspection_visits visit join facility_links link on link.source_key = visit.source_key and link.valid_to is null
         where visit.visit_key = findings.visit_key and link.facility_id = $1
           and findings.kind = 'REACTION' and findings.due_on is not null and findings.complied_on is null`,
        [place.id],
      ),
    );
    const { rescore } = await told<{ rescore: { id: string } }>(service, owner, 'mutation { rescore { id } }');
    for (;;) {
      const { riskRun } = await told<{ riskRun: { state: string } }>(
        service, owner, 'query ($id: ID!) { riskRun(id: $id) { state } }', rescore);
      if (riskRun.state !== 'RUNNING') break;
      await sleep(50);
    }

    const { score } = (await scored()).find(({ id }) => id === place.id)!;
    expect(score.asOf).toBe(place.score.asOf);
    expect(score.points).toBe(change.points);
    expect(score.points).toBeLessThan(place.score.points);
    for (const { authority, points } of change.authorities) {
      expect(score.authorities.find((part) => part.authority === authority)!.points).toBe(points);
    }
  }); // prettier-ignore
});
