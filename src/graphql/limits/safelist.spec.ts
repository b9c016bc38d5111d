import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSafelist } from './safelist.js';

// printf '{ riskBands { band } }' | sha256sum
const DOCUMENT = '{ riskBands { band } }';
const HASH = '99cee60038dd306d2f1af6dd16fb2e422457811c3802e66933cc127ee06f63a5';

describe(readSafelist.name, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-safelist-'));
  const file = path.join(folder, 'list.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads documents by their hash', () => {
    writeFileSync(file, JSON.stringify({ [HASH]: DOCUMENT }));

    expect([...readSafelist(file)]).toEqual([[HASH, DOCUMENT]]);
  });

  it.each([
    ['another document under a hash', { [HASH]: `${DOCUMENT} ` }, 'has another SHA-256'],
    ['something that is no text', { [HASH]: 1 }, 'has another SHA-256'],
    ['a list', [DOCUMENT], 'holds no object'],
  ])('refuses %s', (_what, content, problem) => {
    writeFileSync(file, JSON.stringify(content));

    expect(() => readSafelist(file)).toThrow(problem);
  });
});
