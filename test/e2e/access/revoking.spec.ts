import { AuditRepository } from '../../../src/audit/audit.repository.js';
import { AuditTrail } from '../../../src/audit/audit-trail.js';
import { WrongUsage, type Command } from '../../../src/cli/command.js';
import { grantsCommand } from '../../../src/cli/commands/grants.command.js';
import { sessionsCommand } from '../../../src/cli/commands/sessions.command.js';
import { runLogged } from '../../../src/cli/run-logged.js';
import { CurrentConfiguration } from '../../../src/config/config.module.js';
import { CLERK, PLANNER, send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

describe('taking access back', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterEach(() =>
    service.database.asOwner((client) =>
      client.query(`delete from sessions; delete from token_revocations; delete from access_grants where decided_by like 'case%';
        update access_grants set valid_to = null`),
    ),
  );
  afterAll(() => service.close());

  /** Runs a command as the command line does, with its entries in the log. */
  async function run(
    command: Command,
    task: string,
    options: Record<string, unknown> = {},
  ): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const trail = new AuditTrail();
    const context = {
      configuration: service.app.get(CurrentConfiguration).value,
      services: service.app,
      trail,
      onProgress: Object.assign(() => undefined, { end: () => undefined }),
      print: (text: string) => void lines.push(text),
      resolve: (file: string) => file,
    };
    const words = [command.name, task, ...Object.entries(options).map((pair) => pair.join('='))];
    const code = await runLogged(service.app, trail, words, () => command.run([task], options, context));
    return { code, lines };
  }

  const asked = (headers: Record<string, string>): Promise<Answer> =>
    send(service, '/graphql?query=%7BriskBands%7Bband%7D%7D', { headers });
  const statusOf = async (headers: Record<string, string>): Promise<number> => (await asked(headers)).status;

  it('of a person ends their sessions and tokens at the next request, and nobody else', async () => {
    const cookie = await service.cookieFor(PLANNER);
    const authorization = `Bearer ${service.ticketFor(PLANNER)}`;
    const other = { cookie: await service.cookieFor(CLERK) };
    expect([await statusOf({ cookie }), await statusOf({ authorization })]).toEqual([200, 200]);

    const { lines } = await run(sessionsCommand, 'revoke', { person: PLANNER.person, json: true });

    expect(JSON.parse(lines[0]!)).toEqual({ person: PLANNER.person, sessions: 1 });
    expect([await statusOf({ cookie }), await statusOf({ authorization })]).toEqual([401, 401]);
    expect(await statusOf(other)).toBe(200);
    expect(await statusOf({ authorization: `Bearer ${service.ticketFor(CLERK)}` })).toBe(200);
  });

  it('of a person lets them sign in again, and use what is issued more than a minute later', async () => {
    await run(sessionsCommand, 'revoke', { person: PLANNER.person });

    expect(await statusOf({ cookie: await service.cookieFor(PLANNER) })).toBe(200);
    const authorization = `Bearer ${service.ticketFor(PLANNER)}`;
    expect(await statusOf({ authorization })).toBe(401);
    await service.database.asOwner((client) =>
      client.query(`update token_revocations set revoked_at = now() - interval '10 minutes'`),
    );
    expect(await statusOf({ authorization })).toBe(200);
  });

  it('of a grant ends what rests on it at the next request', async () => {
    const cookie = await service.cookieFor(PLANNER);
    const authorization = `Bearer ${service.ticketFor(PLANNER)}`;
    const { lines } = await run(grantsCommand, 'list', { json: true });
    const grant = lines
      .map((line) => JSON.parse(line) as { id: string; claimValue: string })
      .find(({ claimValue }) => claimValue === 'SOCIALTILSYN_MIDT/PLANNER');

    expect((await run(grantsCommand, 'end', { id: grant!.id.toUpperCase() })).code).toBe(0);

    expect(await statusOf({ cookie })).toBe(401);
    expect((await asked({ authorization })).code).toBe('FORBIDDEN');
    expect((await run(grantsCommand, 'end', { id: grant!.id })).code).toBe(1);
  });

  it('shows who is signed in, without what a browser holds', async () => {
    const cookie = await service.cookieFor(PLANNER);

    const { lines } = await run(sessionsCommand, 'list', { json: true });

    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        person: 'planner',
        role: 'PLANNER',
        unit: 'SOCIALTILSYN_MIDT',
        startedAt: expect.any(String) as string,
        lastSeenAt: expect.any(String) as string,
      },
    ]);
    expect(lines.join()).not.toContain(cookie.split('=')[1]);
  });

  it('stands in the audit log with who was meant', async () => {
    await run(sessionsCommand, 'revoke', { person: 'somebody' });

    const entries = await service.app.get(AuditRepository).entriesBetween(0, 1_000_000, 1_000);
    expect(entries.slice(-2)).toMatchObject([
      { action: 'COMMAND', outcome: 'STARTED', operation: 'samtilsyn sessions revoke person=somebody' },
      { action: 'COMMAND', outcome: 'DONE' },
    ]);
  });

  describe('and giving it', () => {
    const NEW = {
      issuer: 'https://issuer.example',
      claim: 'roles=samtilsyn/planner',
      role: 'PLANNER',
      unit: 'STPS',
      'decided-by': 'case 26/1',
    };

    it('adds a row that counts from today', async () => {
      const { lines } = await run(grantsCommand, 'add', { ...NEW, json: true });
      const listed = await run(grantsCommand, 'list');

      const { id } = JSON.parse(lines[0]!) as { id: string };
      expect(listed.lines.find((line) => line.startsWith(id))).toMatch(
        /https:\/\/issuer\.example {2}roles=samtilsyn\/planner {2}-> {2}PLANNER of STPS, from \d{4}-\d\d-\d\d \(case 26\/1\)$/,
      );
    });

    it.each([
      ['a claim without value', { claim: 'roles' }, 'write it as NAME=VALUE'],
      ['an unknown role', { role: 'SERVICE' }, '--role is "SERVICE"'],
      ['an employee of no unit', { unit: undefined }, '--unit is missing'],
      ['a ministry with a unit', { role: 'MINISTRY_ANALYST' }, '--unit is not for a MINISTRY_ANALYST'],
      ['an operator without claim', { role: 'OPERATOR_USER', unit: undefined }, '--cvr-claim is missing'],
      ['a place for nobody of it', { 'p-number-claim': 'p' }, 'names the place of a FACILITY_USER'],
      ['a CVR number of seven digits', { 'cvr-claim': 'cvr', cvr: '1374813' }, 'it has eight digits'],
      ['a day that is none', { from: '2026-02-30' }, 'write a day as YYYY-MM-DD'],
      ['nobody who decided', { 'decided-by': undefined }, '--decided-by is missing'],
    ])('refuses %s, in words', async (_what, changes, words) => {
      const added = run(grantsCommand, 'add', { ...NEW, ...changes });

      await expect(added).rejects.toThrow(WrongUsage);
      await expect(added).rejects.toThrow(words);
    });
  });
});
