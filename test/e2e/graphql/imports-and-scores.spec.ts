import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { CurrentConfiguration } from '../../../src/config/config.module.js';
import { arbejdstilsynet, socialtilsynet, writeDrop } from '../../factories/drops.js';
import { concernRow, reactionRow, themeRow, tilbudRow } from '../../factories/register-rows.js';
import { ask } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { employee, refusal, told } from './people.js';

interface Run {
  id: string;
  dropName: string;
  state: string;
  message: string | null;
  finishedAt: string | null;
  files: { file: string; read: number; new: number; changed: number; unchanged: number; quarantined: number; problem: string | null }[];
  quarantinedRows: { file: string; lineNumber: number; reason: string; field: string | null; value: string | null; mend: string; rawText: string }[];
} // prettier-ignore

const IMPORT = 'mutation ($drop: String!) { importDrop(input: { drop: $drop }) { id dropName state } }';
const RUN = `query ($id: ID!) { importRun(id: $id) { id dropName state message finishedAt
  files { file read new changed unchanged quarantined problem }
  quarantinedRows { file lineNumber reason field value mend rawText } } }`;

const CLERK = employee('REGISTER_CLERK', 'SOCIALTILSYN_SYD');
const OTHER_CLERK = employee('REGISTER_CLERK', 'ARBEJDSTILSYNET');
const MANAGER = employee('AUTHORITY_MANAGER', 'STPS');
const MODEL_OWNER = employee('MODEL_OWNER', 'ARBEJDSTILSYNET');

describe('imports', () => {
  let service: RunningService;
  let inbox: string;
  beforeAll(async () => {
    service = await startEmptyService();
    inbox = service.app.get(CurrentConfiguration).value.inboxFolder;
    mkdirSync(inbox, { recursive: true });
    await writeDrop(path.join(inbox, 'january'), [
      socialtilsynet('2026-01-01', {
        tilbud: [tilbudRow(), tilbudRow({ afdelingsid: 'A2', pladser: 'mange' })],
        tilsyn: ['Kompetencer', 'Sundhed og trivsel'].map((tema) => themeRow({ tema })),
        henvendelser: [concernRow(), concernRow({ henvendelse_id: 'H2', alvor: '9' })],
      }),
      arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow(), 'broken'] }),
    ]);
    await writeDrop(path.join(inbox, '..', 'outside'), [
      arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow()] }),
    ]);
  });
  afterAll(() => service.close());

  async function finished(id: string, identity = CLERK): Promise<Run> {
    for (;;) {
      const { importRun } = await told<{ importRun: Run }>(service, identity, RUN, { id });
      if (importRun.state !== 'RUNNING') return importRun;
      await sleep(20);
    }
  }

  it('start by the name of a drop in the inbox and tell what became of each file', async () => {
    const { importDrop } = await told<{ importDrop: Run }>(service, CLERK, IMPORT, { drop: 'january' });
    const run = await finished(importDrop.id);

    expect(importDrop).toMatchObject({ dropName: 'january', state: 'RUNNING' });
    expect(run).toMatchObject({ id: importDrop.id, state: 'FINISHED', message: null });
    expect(run.finishedAt).not.toBeNull();
    expect(run.files).toEqual([
      { file: 'socialtilsynet/tilbud.csv', read: 2, new: 1, changed: 0, unchanged: 0, quarantined: 1, problem: null },
      { file: 'socialtilsynet/tilsyn.csv', read: 2, new: 2, changed: 0, unchanged: 0, quarantined: 0, problem: null },
      { file: 'socialtilsynet/henvendelser.csv', read: 2, new: 1, changed: 0, unchanged: 0, quarantined: 1, problem: null },
    ]);
  }); // prettier-ignore

  it('show the rows that were set aside to the clerk who can have them mended, but no line of a concern', async () => {
    const [latest] = (await told<{ importRuns: Run[] }>(service, CLERK, '{ importRuns { id } }')).importRuns;

    const ours = await finished(latest!.id, CLERK);
    const theirs = await finished(latest!.id, OTHER_CLERK);

    expect(ours.quarantinedRows).toEqual([
      expect.objectContaining({
        file: 'socialtilsynet/tilbud.csv',
        lineNumber: 3,
        reason: 'BAD_NUMBER',
        field: 'pladser',
        value: 'mange',
      }),
    ]);
    expect(theirs.files.map(({ file }) => file)).toEqual(['arbejdstilsynet/tilsyn.csv']);
    expect(theirs.quarantinedRows).toEqual([
      expect.objectContaining({ file: 'arbejdstilsynet/tilsyn.csv', lineNumber: 3, rawText: 'broken' }),
    ]);
    expect((await finished(latest!.id, MANAGER)).quarantinedRows).toEqual([]);
  });

  it('make the places that the work list shows', async () => {
    const { facilities } = await told<{ facilities: { edges: { node: { name: string } }[] } }>(
      service,
      employee('PLANNER'),
      '{ facilities { edges { node { name } } } }',
    );

    expect(facilities.edges).toHaveLength(1);
  });

  it.each([
    'missing',
    '../outside',
    '..',
    '.',
    '',
    '/etc',
    'january/socialtilsynet',
    'january\\..',
    '..%2Foutside',
    'january\u0000',
    '.hidden',
    `${'x'.repeat(101)}`,
  ])('refuse a drop by the name %j', async (drop) => {
    const answer = await ask(service, CLERK, IMPORT, { drop });

    expect(answer.code).toBe('BAD_INPUT');
    expect(answer.body?.data ?? null).toBeNull();
    expect(answer.text).not.toContain(inbox);
  });

  it('refuse a folder of the inbox that holds no drop', async () => {
    mkdirSync(path.join(inbox, 'empty'), { recursive: true });

    const answer = await ask(service, CLERK, IMPORT, { drop: 'empty' });

    expect(refusal(answer).slice(1)).toEqual([
      'BAD_INPUT',
      'drop is "empty", but it is no drop: that needs a folder for each authority, with a drop.json in it.',
    ]);
  });

  it.each([
    ['cut off', gzipSync(Buffer.alloc(5000)).subarray(0, 15), 'unexpected end of file'],
    ['that is packed, but not an archive', gzipSync('x'.repeat(2000)), 'Invalid tar header'],
    ['that is not packed at all', Buffer.from('hello'), 'incorrect header check'],
  ])('say why of an archive in the inbox %s', async (_what, bytes, reason) => {
    writeFileSync(path.join(inbox, 'broken.tgz'), bytes);

    const answer = await ask(service, CLERK, IMPORT, { drop: 'broken.tgz' });

    const [, code, message] = refusal(answer);
    expect(code).toBe('BAD_INPUT');
    expect(message).toMatch(
      /^drop is "broken\.tgz", but it cannot be unpacked: .*; pack it anew with: tar czf drop\.tgz <folder>\.$/,
    );
    expect(message).toContain(reason);
    expect(answer.text).not.toContain(inbox);
  });

  it('are not found by an id that is none', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect(await told(service, CLERK, RUN, { id })).toEqual({ importRun: null });
    }
  });

  it.each([
    ['importRuns(first: 0) { id }', 'first is 0; it must be from 1 to 200.'],
    ['importRuns { quarantinedRows(first: 201) { id } }', 'first is 201; it must be from 1 to 200.'],
    ['importRuns { quarantinedRows(offset: -1) { id } }', 'offset is -1; it must be from 0 to 1000000.'],
  ])('refuse %s', async (field, message) => {
    expect(refusal(await ask(service, CLERK, `{ ${field} }`)).slice(1)).toEqual(['BAD_INPUT', message]);
  });

  describe('and scores', () => {
    const RESCORE = 'mutation ($asOf: Day) { rescore(input: { asOf: $asOf }) { id state asOf } }';
    const SCORING = 'query ($id: ID!) { riskRun(id: $id) { state asOf facilities message } }';

    it('are tried as of the last delivery, and say why there are none where the history is too short', async () => {
      const { rescore } = await told<{ rescore: { id: string; state: string; asOf: string } }>(
        service,
        MODEL_OWNER,
        RESCORE,
      );
      let run: { state: string } = { state: 'RUNNING' };
      while (run.state === 'RUNNING') {
        run = (await told<{ riskRun: { state: string } }>(service, MODEL_OWNER, SCORING, { id: rescore.id }))
          .riskRun;
        await sleep(20);
      }

      expect(rescore).toMatchObject({ state: 'RUNNING', asOf: '2026-01-01' });
      expect(run).toMatchObject({
        state: 'FAILED',
        facilities: null,
        message: 'As of 2026-01-01 there is no visit with a known outcome to train on.',
      });
    });

    it('are refused before the first visit, with the day', async () => {
      const answer = await ask(service, MODEL_OWNER, RESCORE, { asOf: '2020-01-01' });

      expect(refusal(answer).slice(1)).toEqual([
        'BAD_INPUT',
        'asOf is 2020-01-01, but the first known visit was on 2025-01-17.',
      ]);
    });

    it.each(['2026-02-30', 'tomorrow', '', 20260101])('are refused as of %j', async (asOf) => {
      const answer = await ask(service, MODEL_OWNER, RESCORE, { asOf });

      expect(answer.code).toBe('BAD_INPUT');
    });
  });
});

describe('scores', () => {
  it('are refused while nothing has been imported', async () => {
    const service = await startEmptyService();
    try {
      const answer = await ask(service, MODEL_OWNER, 'mutation { rescore { id } }');

      expect(refusal(answer).slice(1)).toEqual([
        'BAD_INPUT',
        'There is nothing to score: import a drop with visits first.',
      ]);
    } finally {
      await service.close();
    }
  });
});
