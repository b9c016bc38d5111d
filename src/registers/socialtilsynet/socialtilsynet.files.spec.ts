import fc from 'fast-check';
import { FAULT_REASONS, type ParsedRow } from '../../domain/inspection/register-file.js';
import { SOCIALTILSYNET_FILES } from './socialtilsynet.files.js';

const HEADERS: Record<string, string> = {
  'socialtilsynet/tilbud.csv':
    'tilbudsid;afdelingsid;navn;afdelingsnavn;tilbudstype;paragraf;pladser;maalgruppe;cvr_nummer;p_nummer;driftsform;' +
    'virksomhed;adresse;postnr;by;kommunekode;driftsaftale_med;tilsynsmyndighed;status;godkendt_fra;godkendt_til',
  'socialtilsynet/tilsyn.csv':
    'tilsyn_id;tilbudsid;afdelingsid;besoegsdato;form;anledning;kvalitetsmodel;tema;score;reaktion;frist;tilsynsfoerende',
  'socialtilsynet/henvendelser.csv': 'henvendelse_id;tilbudsid;afdelingsid;modtaget;emne;alvor',
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
    'T1',
    '31-02-2025',
    '09-11-2025',
    '4,2',
    '3',
    'påbud',
    'krisecenter',
    '24256790',
  ),
);
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(value, { maxLength: 24 }).map((values) => values.join(';')),
  fc
    .constantFrom(12, 21, 6)
    .chain((width) =>
      fc.array(value, { minLength: width, maxLength: width }).map((values) => values.join(';')),
    ),
);

describe('the files of socialtilsynet', () => {
  it('are those that the register delivers', () => {
    expect(SOCIALTILSYNET_FILES.map(({ path, encoding, secrecy }) => [path, encoding, secrecy])).toEqual([
      ['socialtilsynet/tilbud.csv', 'utf-8', 'SHARED'],
      ['socialtilsynet/tilsyn.csv', 'utf-8', 'SHARED'],
      ['socialtilsynet/henvendelser.csv', 'utf-8', 'OWNER_ONLY'],
    ]);
  });

  it.each(SOCIALTILSYNET_FILES.map((file) => [file.path, file] as const))(
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
