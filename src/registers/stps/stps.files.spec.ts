import fc from 'fast-check';
import { FAULT_REASONS, type ParsedRow } from '../../domain/inspection/register-file.js';
import { STPS_FILES } from './stps.files.js';

const HEADERS: Record<string, string> = {
  'stps/sor.csv': 'sor_kode;navn;cvr_nummer;p_nummer;adresse;postnr;kommunekode;enhedstype;fra;til',
};
const FIELDS = [
  'sted_id',
  'sor',
  'cvr',
  'p_nummer',
  'navn',
  'adresse',
  'postnr',
  'kommune',
  'type',
  'tilsyn_id',
  'besoegsdato',
  'offentliggjort',
  'tilsynstype',
  'form',
  'samlet_vurdering',
  'maalepunkter',
  'sanktion',
  'tilsynsfoerende',
];

/** Ordinary and hostile values. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '"',
    '="',
    '/',
    '\uFFFD',
    '="311000016009"',
    '="09-11-2025"',
    '31-02-2025',
    'bosted',
    '24256790',
  ),
);
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(value, { maxLength: 24 }).map((values) => values.join(';')),
  fc.array(value, { minLength: 10, maxLength: 10 }).map((values) => values.join(';')),
  fc.json(),
  fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue()).map((object) => JSON.stringify(object)),
  fc
    .tuple(
      ...FIELDS.map(() =>
        fc.oneof(fc.constantFrom<unknown>(null, 'SP1', '2025-03-04', 1, []), fc.jsonValue()),
      ),
    )
    .map((values) =>
      JSON.stringify(Object.fromEntries(FIELDS.map((field, index) => [field, values[index]]))),
    ),
);

describe('the files of stps', () => {
  it('are those that the register delivers', () => {
    expect(STPS_FILES.map(({ path, encoding, secrecy }) => [path, encoding, secrecy])).toEqual([
      ['stps/sor.csv', 'iso-8859-1', 'SHARED'],
      ['stps/tilsyn.jsonl', 'utf-8', 'SHARED'],
    ]);
  });

  it.each(STPS_FILES.map((file) => [file.path, file] as const))(
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
