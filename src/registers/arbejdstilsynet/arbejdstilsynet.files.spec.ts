import fc from 'fast-check';
import { FAULT_REASONS, type ParsedRow } from '../../domain/inspection/register-file.js';
import { ARBEJDSTILSYNET_FILES } from './arbejdstilsynet.files.js';

const HEADERS: Record<string, string> = {
  'arbejdstilsynet/tilsyn.csv':
    'at_id;p_nummer;cvr_nummer;navn;adresse;postnr;by;branchekode;branche;ansatte;besoegsdato;besoegstype;sagsnummer;' +
    'reaktion_nr;problemomraade;reaktion;frist;efterkommet;tilsynsfoerende',
  'arbejdstilsynet/ulykker.csv': 'at_id;p_nummer;dato;ulykkestype;fravaersdage',
};

/** Ordinary and hostile values. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '"',
    '=',
    '/',
    '\uFFFD',
    'AT1',
    '31-02-2025',
    '09-11-2025',
    '7',
    'Forbud',
    '1003388394',
    '24256790',
  ),
);
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(value, { maxLength: 24 }).map((values) => values.join(';')),
  fc
    .constantFrom(19, 5)
    .chain((width) =>
      fc.array(value, { minLength: width, maxLength: width }).map((values) => values.join(';')),
    ),
);

describe('the files of arbejdstilsynet', () => {
  it('are those that the register delivers', () => {
    expect(ARBEJDSTILSYNET_FILES.map(({ path, encoding, secrecy }) => [path, encoding, secrecy])).toEqual([
      ['arbejdstilsynet/tilsyn.csv', 'windows-1252', 'SHARED'],
      ['arbejdstilsynet/ulykker.csv', 'windows-1252', 'SHARED'],
    ]);
  });

  it.each(ARBEJDSTILSYNET_FILES.map((file) => [file.path, file] as const))(
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
