import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { SealedEntry } from '../../src/audit/audit-entry.js';
import { AuditRepository } from '../../src/audit/audit.repository.js';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import { AuditTrail } from '../../src/audit/audit-trail.js';
import { WrongUsage } from '../../src/cli/command.js';
import { auditCommand } from '../../src/cli/commands/audit.command.js';
import { runLogged } from '../../src/cli/run-logged.js';
import { CurrentConfiguration } from '../../src/config/config.module.js';
import { auditEntry, FACILITY } from '../support/audited.js';
import { startEmptyService, type RunningService } from '../support/running-service.js';

const CASE = 'arbejdstilsynet:77/2026-1';

describe('samtilsyn audit', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
    await service.app
      .get(AuditLog)
      .record([
        auditEntry(),
        auditEntry({ objectKind: 'InspectionVisit', objectIds: ['x', CASE], facilityIds: [] }),
        auditEntry({ facilityIds: ['00000000-0000-4000-8000-00000000f002', FACILITY], objectIds: [] }),
        auditEntry({ objectIds: [], facilityIds: [] }),
      ]);
  });
  afterAll(() => service.close());

  async function run(
    task: string,
    options: Record<string, unknown> = {},
  ): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const code = await auditCommand.run([task], options, {
      configuration: service.app.get(CurrentConfiguration).value,
      services: service.app,
      trail: new AuditTrail(),
      onProgress: Object.assign(() => undefined, { end: () => undefined }),
      print: (text) => void lines.push(text),
      resolve: (file) => file,
    });
    return { code, lines };
  }
  const sequences = (lines: string[]): number[] =>
    lines.map((line) => (JSON.parse(line) as SealedEntry).sequence);

  it('exports what was shown of one facility, as one JSON object a line', async () => {
    const { code, lines } = await run('export', { facility: FACILITY.toUpperCase() });

    expect(code).toBe(0);
    expect(sequences(lines)).toEqual([1, 3]);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      person: 'planlaegger-midt',
      at: '2026-03-04T05:06:07.089Z',
    });
  });

  it('exports what was shown of one case', async () => {
    expect(sequences((await run('export', { case: CASE })).lines)).toEqual([2]);
    expect((await run('export', { case: 'none' })).lines).toEqual([]);
  });

  it.each([
    ['explain', {}, 'There is no "audit explain"'],
    ['export', {}, 'needs either --facility ID or --case KEY'],
    ['export', { facility: FACILITY, case: CASE }, 'needs either --facility ID or --case KEY'],
    ['export', { facility: 'somewhere' }, '--facility is "somewhere"'],
    ['archive', {}, 'needs --folder DIR'],
  ])('says how to call it right: audit %s %j', async (task, options, message) => {
    await expect(run(task, options)).rejects.toThrow(message);
    await expect(run(task, options)).rejects.toBeInstanceOf(WrongUsage);
  });

  it('archives nothing while everything is young', async () => {
    expect(await run('archive', { folder: '/nowhere' })).toEqual({
      code: 0,
      lines: ['No entry is older than the retention.'],
    });
  });

  it('verifies for people and for programs, and fails when something is wrong', async () => {
    const sound = await run('verify', { json: true });
    const inWords = await run('verify');
    await service.database.asOwner((client) =>
      client.query(
        'alter table audit_entries disable trigger all; update audit_entries set object_count = 9 where sequence in (2, 3)',
      ),
    );
    const damaged = await run('verify');

    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.lines[0]!)).toMatchObject({
      entries: 4,
      lastSequence: 4,
      checkpoints: 0,
      problems: [],
    });
    expect(inWords.lines[0]).toMatch(
      /^4 entries up to 4\. There is no checkpoint: .*\nNothing was changed, moved, copied or taken out\.\n[\d.]+ seconds$/,
    );
    expect(damaged.code).toBe(1);
    expect(damaged.lines[0]).toContain('\nCHANGED 2-3\n');
  });

  it('is itself logged, but for verify', () => {
    expect(['verify', 'export', 'archive'].map((task) => auditCommand.isLogged?.([task]))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe(runLogged.name, () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterAll(() => service.close());

  it('writes down that a command started and how it ended, with what it showed', async () => {
    const trail = new AuditTrail();
    const call = (run: () => Promise<number>): Promise<number> =>
      runLogged(service.app, trail, ['links', '--export', 'a.csv'], run);
    await call(() => {
      trail.note('FacilityLink', undefined, FACILITY);
      return Promise.resolve(0);
    });
    await call(() => Promise.resolve(1));
    await expect(call(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');

    const entries = await service.app.get(AuditRepository).entriesBetween(0, 9, 9);
    expect(entries.map(({ outcome }) => outcome)).toEqual([
      'STARTED',
      'DONE',
      'STARTED',
      'FAILED',
      'STARTED',
      'FAILED',
    ]);
    expect(entries[1]).toMatchObject({
      role: 'SERVICE',
      person: expect.stringMatching(/^command line: ./) as string,
      action: 'COMMAND',
      operation: 'samtilsyn links --export a.csv',
      objectKind: 'FacilityLink',
      objectCount: 1,
      facilityIds: [FACILITY],
      correlationId: trail.correlationId,
    });
  });

  it('runs nothing that it cannot write down', async () => {
    await service.database.asOwner((client) =>
      client.query('revoke execute on function append_audit_entries from samtilsyn_application'),
    );
    let hasRun = false;
    const running = runLogged(service.app, new AuditTrail(), ['score'], () => {
      hasRun = true;
      return Promise.resolve(0);
    });

    await expect(running).rejects.toThrow('permission denied');
    expect(hasRun).toBe(false);
  });

  it('leaves a checkpoint when the service ends', async () => {
    const ending = await startEmptyService();
    const { dataFolder } = ending.app.get(CurrentConfiguration).value;
    await ending.app.get(AuditLog).record([auditEntry(), auditEntry()]);
    await ending.app.close();
    const lines = readFileSync(path.join(dataFolder, 'audit-checkpoints.ndjson'), 'utf8').trim().split('\n');
    await ending.database.close();
    rmSync(dataFolder, { recursive: true });

    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ sequence: 2 }]);
  });
});
