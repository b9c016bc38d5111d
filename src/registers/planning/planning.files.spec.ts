import fc from 'fast-check';
import { FAULT_REASONS, type ParsedRow } from '../../domain/inspection/register-file.js';
import { PLANNING_FILES } from './planning.files.js';

const HEADERS: Record<string, string> = {
  'planning/inspectors.csv':
    'tilsynsfoerende;myndighed;kontor;hjemsted_postnr;kompetencer;timer_pr_uge;fra;til',
  'planning/leave.csv': 'tilsynsfoerende;fra;til;art',
};

/** Ordinary and hostile values. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '"',
    '=',
    '/',
    '|',
    '\uFFFD',
    'ST-1',
    'STPS',
    '31-02-2025',
    '09-11-2025',
    '37',
    '7100',
    'ferie',
  ),
);
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(value, { maxLength: 24 }).map((values) => values.join(';')),
  fc
    .constantFrom(8, 4)
    .chain((width) =>
      fc.array(value, { minLength: width, maxLength: width }).map((values) => values.join(';')),
    ),
);

describe('the files of planning', () => {
  it('are those that the register delivers', () => {
    expect(PLANNING_FILES.map(({ path, encoding, secrecy }) => [path, encoding, secrecy])).toEqual([
      ['planning/inspectors.csv', 'utf-8', 'SHARED'],
      ['planning/leave.csv', 'utf-8', 'SHARED'],
    ]);
  });

  it.each(PLANNING_FILES.map((file) => [file.path, file] as const))(
    '%s takes any line for a row or a fault that says how to mend it, and never throws',
    (path, file) => {
      const reader = file.open(HEADERS[path]);
      fc.assert(
        fc.property(line, (text) => {
          const parsed: ParsedRow = reader.readLine(text);
          if (parsed.kind === 'row') {
            expect(parsed.key).not.toBe('');
          } else {
            expect(FAULT_REASONS).toContain(parsed.fault.reason);
            expect(parsed.fault.mend).toMatch(/^\S.{10,}\.$/u);
          }
        }),
        { numRuns: 500 },
      );
    },
  );
});
