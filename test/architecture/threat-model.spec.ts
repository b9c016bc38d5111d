import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER } from './source-files.js';
import { openThreats, threatsIn } from './threat-table.js';

describe('the threat model', () => {
  const threats = threatsIn(readFileSync(path.join(PROJECT_FOLDER, 'docs', 'threat-model.md'), 'utf8'));

  it('has threats of every kind', () => {
    expect([...new Set(threats.map(({ kind }) => kind))]).toEqual(['S', 'T', 'R', 'I', 'D', 'E']);
    expect(new Set(threats.map(({ id }) => id)).size).toBe(threats.length);
  });

  it('names a control and a test for each', () => {
    expect(openThreats(threats, (file) => existsSync(path.join(PROJECT_FOLDER, file)))).toEqual([]);
  });

  it('is caught when a threat is left open', () => {
    const table = [
      '## Threats',
      '| id | kind | threat | control | test |',
      '|---|---|---|---|---|',
      '| S1 | S | a | a control that holds | `gone.spec.ts` |',
      '| T1 | I | a |  | |',
      '| R1 | R | a | a control that holds | `docs/audit.md` |',
      '## What is left',
      '| D1 | D | a | | |',
    ].join('\n');

    expect(openThreats(threatsIn(table), () => false)).toEqual([
      'S1 names gone.spec.ts, which is no test',
      'T1 is of kind I',
      'T1 has no control',
      'T1 has no test',
      'R1 names docs/audit.md, which is no test',
    ]);
  });
});
