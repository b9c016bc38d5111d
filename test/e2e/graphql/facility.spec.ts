import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import {
  LIST_WITH_EVERYTHING,
  placeFor,
  placesFor,
  plan,
  type Place,
  type Term,
} from './facility-questions.js';
import { listenToStatements } from './listen-to-statements.js';
import { employee, refusal, told } from './people.js';

describe('a place', () => {
  let service: RunningService;
  let places: Place[];
  beforeAll(async () => {
    service = await startService();
    // With all their hours they would reach every place.
    await service.database.asOwner((client) =>
      client.query('update inspectors set hours_per_week = hours_per_week / 4'),
    );
    await plan(service);
    places = await placesFor(service, STPS);
  });
  afterAll(() => service.close());

  const STPS = employee('PLANNER', 'STPS');

  const having = (keep: (place: Place) => unknown): Place => places.find(keep)!;
  const sum = (terms: readonly Term[]): number =>
    terms.reduce((total, { hundredths }) => total + hundredths, 0);

  it('shows the units of the registers that it was merged from, and who decided that', () => {
    const merged = having(({ sources }) => new Set(sources.map(({ authority }) => authority)).size === 3);

    for (const source of merged.sources) {
      expect(source.decidedBy).toMatch(/^(RULE|MODEL)$/);
      expect(source.confidence).toBeGreaterThan(0.5);
      expect(source.deliveredOn).toBe('2026-10-05');
      expect(source.sourceKey.split(':')[0]).toBe(source.authority.toLowerCase());
    }
    expect(places.flatMap(({ sources }) => sources).length).toBeGreaterThan(places.length);
  });

  it('shows the findings of the three authorities in their own words beside the common severity', () => {
    const findings = places.flatMap(({ visits }) => visits.flatMap((visit) => visit.findings.map((finding) => ({ ...finding, authority: visit.authority })))); // prettier-ignore
    const words = (authority: string, kind: string): Set<string> =>
      new Set(findings.filter((each) => each.authority === authority && each.kind === kind).map(({ sourceTerm }) => sourceTerm)); // prettier-ignore

    expect([...words('ARBEJDSTILSYNET', 'REACTION')]).toContain('Ingen reaktion');
    expect([...words('STPS', 'CHECKPOINT')].sort()).toEqual(['ikke aktuelt', 'ikke opfyldt', 'opfyldt']);
    expect([...words('STPS', 'OVERALL')].every((term) => ['0', '1', '2', '3'].includes(term))).toBe(true);
    expect([...words('SOCIALTILSYNET', 'THEME_SCORE')].every((term) => /^[1-5](,\d)?$/.test(term))).toBe(
      true,
    );
    expect(findings.filter(({ sourceTerm }) => sourceTerm === 'Ingen reaktion').every(({ severity }) => severity === 0)).toBe(true); // prettier-ignore
    expect(findings.some(({ severity }) => severity === null)).toBe(true);
  });

  it('shows its latest visits, newest first, and as many as were asked for', async () => {
    const { id, visits } = having((place) => place.visits.length > 3);

    const days = visits.map(({ occurredOn }) => occurredOn);
    expect(days).toEqual([...days].sort().reverse());
    const two = await told<{ facility: Place }>(service, STPS, `{ facility(id: "${id}") { visits(first: 2) { visitKey } } }`);
    expect(two.facility.visits).toEqual(visits.slice(0, 2).map(({ visitKey }) => ({ visitKey })));
  }); // prettier-ignore

  it('shows the visits of one authority when asked', async () => {
    const { id, visits } = having(
      (place) => new Set(place.visits.map(({ authority }) => authority)).size > 1 && place.visits.length < 20,
    );

    const { facility } = await told<{ facility: Place }>(
      service,
      STPS,
      `{ facility(id: "${id}") { visits(first: 100, authority: ARBEJDSTILSYNET) { visitKey } } }`,
    );

    expect(facility.visits.map(({ visitKey }) => visitKey)).toEqual(
      visits.filter(({ authority }) => authority === 'ARBEJDSTILSYNET').map(({ visitKey }) => visitKey),
    );
  });

  it.each([0, 101, -1])('refuses to show %d visits', async (first) => {
    const answer = await ask(service, STPS, `{ facility(id: "${places[0]!.id}") { visits(first: ${first}) { visitKey } } }`);

    expect(refusal(answer).slice(1)).toEqual(['BAD_INPUT', `first is ${first}; it must be from 1 to 100.`]);
  }); // prettier-ignore

  it('has a score whose terms sum to its points exactly, in every part', () => {
    const scored = places.filter(({ score }) => score !== null);

    expect(scored.length).toBe(places.length);
    for (const { score } of scored) {
      expect(sum(score!.contributions)).toBe(score!.points);
      for (const part of score!.authorities) {
        expect(sum(part.contributions)).toBe(part.points);
        expect(part.contributions.every(({ authority }) => authority === part.authority)).toBe(true);
      }
      expect(score!.points).toBeGreaterThanOrEqual(0);
      expect(score!.points).toBeLessThanOrEqual(10_000);
    }
    expect(new Set(scored.map(({ score }) => score!.points)).size).toBeGreaterThan(10);
  });

  it('is scored anew as of another day, when the owner of the model asks for it', async () => {
    const owner = employee('MODEL_OWNER', 'ARBEJDSTILSYNET');
    const start = 'mutation ($asOf: Day) { rescore(input: { asOf: $asOf }) { id } }';
    const watch = 'query ($id: ID!) { riskRun(id: $id) { state asOf facilities } }';
    const rescored = async (asOf: string | null): Promise<unknown> => {
      const { rescore } = await told<{ rescore: { id: string } }>(service, owner, start, { asOf });
      for (;;) {
        const { riskRun } = await told<{ riskRun: { state: string } }>(service, owner, watch, rescore);
        if (riskRun.state !== 'RUNNING') return riskRun;
        await sleep(20);
      }
    };
    const { id, score } = places[0]!;

    const earlier = await rescored('2025-01-01');
    const before = (await placeFor(service, STPS, id))!.score!;
    const now = await rescored(null);
    const after = (await placeFor(service, STPS, id))!.score!;

    expect(earlier).toEqual({ state: 'FINISHED', asOf: '2025-01-01', facilities: places.length });
    expect(before.asOf).toBe('2025-01-01');
    expect(sum(before.contributions)).toBe(before.points);
    expect(now).toMatchObject({ state: 'FINISHED', asOf: '2026-10-05' });
    expect(after).toEqual(score);
  });

  it('explains its score in sentences that name its points', () => {
    const { score } = places[0]!;

    const whole = Math.floor(score!.points / 100).toString();
    expect(score!.explanation[0]!.da).toContain(whole);
    expect(score!.explanation[0]!.en).toContain(whole);
  });

  it('shows its planned visits to the authorities, with why, and why others are not planned', () => {
    const planned = places.flatMap(({ plannedVisits }) => plannedVisits);

    expect(planned.length).toBeGreaterThan(10);
    for (const visit of planned) {
      expect(new Date(`${visit.weekStart}T12:00:00Z`).getUTCDay()).toBe(1);
      expect(visit.parts.length > 1).toBe(visit.mode !== 'SINGLE');
      expect(visit.parts.every(({ reasons }) => reasons.length > 0)).toBe(true);
    }
    const reasons = places.flatMap(({ unplannedInspections }) =>
      unplannedInspections.map(({ reason }) => reason),
    );
    expect(reasons.length).toBeGreaterThan(0);
  });

  it('is null where there is none', async () => {
    expect(await placeFor(service, STPS, '00000000-0000-4000-8000-000000000000')).toBeNull();
    expect(await placeFor(service, STPS, 'no id')).toBeNull();
  });

  describe('and fifty others', () => {
    const withoutLimit = (sql: string): string => sql.replace(/limit \d+/g, 'limit');
    async function statementsFor(first: number): Promise<{ statements: string[]; places: number }> {
      const statements: string[] = [];
      const restore = listenToStatements(service, (sql) => statements.push(sql));
      try {
        const { facilities } = await told<{ facilities: { edges: unknown[] } }>(
          service,
          STPS,
          LIST_WITH_EVERYTHING,
          {
            first,
          },
        );
        return { statements, places: facilities.edges.length };
      } finally {
        restore();
      }
    }

    it('are answered by as many statements as five', async () => {
      const five = await statementsFor(5);
      const fifty = await statementsFor(50);

      expect([five.places, fifty.places]).toEqual([5, 50]);
      expect(five.statements.length).toBeGreaterThan(6);
      expect(fifty.statements.map(withoutLimit)).toEqual(five.statements.map(withoutLimit));
    });

    it('are counted: a question more is a statement more', async () => {
      const { statements } = await statementsFor(5);
      const more: string[] = [];
      const restore = listenToStatements(service, (sql) => more.push(sql));
      await told(service, STPS, LIST_WITH_EVERYTHING.replace('facilities(first', 'municipalities { code } facilities(first'), { first: 5 });
      restore();

      expect(more.length).toBe(statements.length + 1);
    }); // prettier-ignore
  });
});
