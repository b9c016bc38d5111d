import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { INSPECTORS_FILE } from './inspectors.register-file.js';

const VALID = {
  tilsynsfoerende: 'ST-310',
  myndighed: 'SOCIALTILSYNET',
  kontor: 'Socialtilsyn Syd',
  hjemsted_postnr: '5600',
  kompetencer: 'voksne|misbrug',
  timer_pr_uge: '29,6',
  fra: '01-09-2024',
  til: '31-08-2026',
};
const HEADER = Object.keys(VALID).join(';');
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  INSPECTORS_FILE.open(HEADER).readLine(Object.values({ ...VALID, ...changes }).join(';'));

describe('planning/inspectors.csv', () => {
  it('reads an inspector', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: 'ST-310',
      facts: {
        inspector: {
          inspectorCode: 'ST-310',
          authority: 'SOCIALTILSYNET',
          responsibleUnit: 'SOCIALTILSYN_SYD',
          office: 'Socialtilsyn Syd',
          homePostalCode: '5600',
          competences: ['voksne', 'misbrug'],
          hoursPerWeek: 29.6,
          validFrom: '2024-09-01',
          validTo: '2026-08-31',
        },
      },
    });
  });

  it.each(['ARBEJDSTILSYNET', 'STPS'])(
    'lets %s call its offices what it likes: it is one unit',
    (myndighed) => {
      expect(read({ myndighed, kontor: 'Nord' })).toMatchObject({
        facts: { inspector: { authority: myndighed, responsibleUnit: myndighed, office: 'Nord' } },
      });
    },
  );

  it('reads empty cells as not said', () => {
    expect(read({ hjemsted_postnr: '', kompetencer: '', til: '' })).toMatchObject({
      facts: { inspector: { homePostalCode: null, competences: [], validTo: null } },
    });
  });

  it.each([
    ['MISSING_KEY', { tilsynsfoerende: '' }, 'tilsynsfoerende', undefined],
    ['MISSING_VALUE', { timer_pr_uge: '' }, 'timer_pr_uge', 'ST-310'],
    ['MISSING_VALUE', { fra: '' }, 'fra', 'ST-310'],
    ['MISSING_VALUE', { kontor: '' }, 'kontor', 'ST-310'],
    ['BAD_DATE', { fra: '01-13-2024' }, 'fra', 'ST-310'],
    ['BAD_DATE', { til: '31-08-2024' }, 'til', 'ST-310'],
    ['BAD_NUMBER', { timer_pr_uge: '0' }, 'timer_pr_uge', 'ST-310'],
    ['BAD_NUMBER', { timer_pr_uge: '370' }, 'timer_pr_uge', 'ST-310'],
    ['BAD_IDENTIFIER', { hjemsted_postnr: '56' }, 'hjemsted_postnr', 'ST-310'],
    ['UNKNOWN_TERM', { myndighed: 'Socialtilsynet' }, 'myndighed', 'ST-310'],
    ['UNKNOWN_TERM', { kontor: 'Socialtilsyn Bornholm' }, 'kontor', 'ST-310'],
    ['BAD_ENCODING', { kompetencer: 'b\uFFFDrn' }, 'kompetencer', 'ST-310'],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({ kind: 'fault', fault: { reason, field }, key });
  });

  it('sets rows aside that are too short or too long', () => {
    expect(INSPECTORS_FILE.open(HEADER).readLine('ST-310;STPS')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
      key: 'ST-310',
    });
    expect(read({ til: ';' })).toMatchObject({ fault: { reason: 'LONG_ROW' }, key: 'ST-310' });
  });
});
