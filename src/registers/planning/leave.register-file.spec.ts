import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { LEAVE_FILE } from './leave.register-file.js';

const VALID = { tilsynsfoerende: 'AT-310', fra: '07-07-2026', til: '27-07-2026', art: 'ferie' };
const KEY = 'AT-310/07-07-2026/ferie';
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  LEAVE_FILE.open(Object.keys(VALID).join(';')).readLine(Object.values({ ...VALID, ...changes }).join(';'));

describe('planning/leave.csv', () => {
  it('reads a leave', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: KEY,
      facts: {
        leave: { inspectorCode: 'AT-310', from: '2026-07-07', to: '2026-07-27', kindSourceTerm: 'ferie' },
      },
    });
  });

  it('reads a leave of one day', () => {
    expect(read({ til: '07-07-2026' })).toMatchObject({
      facts: { leave: { from: '2026-07-07', to: '2026-07-07' } },
    });
  });

  it.each([
    ['MISSING_KEY', { tilsynsfoerende: '' }, 'tilsynsfoerende', undefined],
    ['MISSING_KEY', { fra: '' }, 'fra', undefined],
    ['MISSING_KEY', { art: '' }, 'art', undefined],
    ['MISSING_VALUE', { til: '' }, 'til', KEY],
    ['BAD_DATE', { fra: '07.07.2026' }, 'fra', 'AT-310/07.07.2026/ferie'],
    ['BAD_DATE', { til: '32-07-2026' }, 'til', KEY],
    ['BAD_DATE', { til: '06-07-2026' }, 'til', KEY],
    ['BAD_IDENTIFIER', { tilsynsfoerende: 'AT/310' }, 'tilsynsfoerende', undefined],
    ['BAD_ENCODING', { art: 'frav\uFFFDr' }, 'art', undefined],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({ kind: 'fault', fault: { reason, field }, key });
  });

  it('sets rows aside that are too short or too long', () => {
    expect(LEAVE_FILE.open(Object.keys(VALID).join(';')).readLine('AT-310;07-07-2026')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
    });
    expect(read({ art: 'ferie;' })).toMatchObject({ fault: { reason: 'LONG_ROW' } });
  });
});
