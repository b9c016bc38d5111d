import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { TILSYN_FILE } from './tilsyn.register-file.js';

const VALID = {
  tilsyn_id: 'ST42',
  tilbudsid: 'T900',
  afdelingsid: '77',
  besoegsdato: '09-11-2025',
  form: 'uanmeldt',
  anledning: 'opfølgning',
  kvalitetsmodel: '2026',
  tema: 'Sundhed og trivsel',
  score: '3,5',
  reaktion: 'påbud',
  frist: '01-12-2025',
  tilsynsfoerende: 'ST-310',
};
const HEADER = Object.keys(VALID).join(';');
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  TILSYN_FILE.open(HEADER).readLine(Object.values({ ...VALID, ...changes }).join(';'));

const THEME_SCORE = {
  findingKey: 'tema:Sundhed og trivsel',
  visitKey: 'socialtilsynet:ST42',
  kind: 'THEME_SCORE',
  topic: 'Sundhed og trivsel',
  sourceTerm: '3,5',
  score: 3.5,
  dueOn: null,
  compliedOn: null,
};

describe('socialtilsynet/tilsyn.csv', () => {
  it('reads the visit, its theme score and its reaction', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: 'ST42/Sundhed og trivsel',
      facts: {
        visit: {
          visitKey: 'socialtilsynet:ST42',
          authority: 'SOCIALTILSYNET',
          sourceKey: 'socialtilsynet:T900/77',
          occurredOn: '2025-11-09',
          publishedOn: null,
          form: 'UNANNOUNCED',
          occasionSourceTerm: 'opfølgning',
          qualityModel: '2026',
          inspectorCode: 'ST-310',
        },
        findings: [
          THEME_SCORE,
          {
            findingKey: 'reaktion',
            visitKey: 'socialtilsynet:ST42',
            kind: 'REACTION',
            topic: null,
            sourceTerm: 'påbud',
            score: null,
            dueOn: '2025-12-01',
            compliedOn: null,
          },
        ],
      },
    });
  });

  it.each(['ingen', ''])(
    'finds no reaction where the row says "%s": it stands on one row of the visit',
    (reaktion) => {
      expect(read({ reaktion, frist: '' })).toMatchObject({
        kind: 'row',
        facts: { findings: [THEME_SCORE] },
      });
    },
  );

  it.each(['vilkår', 'påbud', 'skærpet tilsyn'])('keeps the reaction "%s" in its own word', (reaktion) => {
    expect(read({ reaktion })).toMatchObject({
      facts: { findings: [{}, { kind: 'REACTION', sourceTerm: reaktion }] },
    });
  });

  it('reads the form of the visit, and leaves an unknown one open', () => {
    expect(read({ form: 'Anmeldt' })).toMatchObject({ facts: { visit: { form: 'ANNOUNCED' } } });
    expect(read({ form: 'digitalt' })).toMatchObject({ facts: { visit: { form: null } } });
  });

  it.each([
    ['MISSING_KEY', { tilsyn_id: '' }, 'tilsyn_id', undefined],
    ['MISSING_KEY', { tema: '' }, 'tema', undefined],
    ['MISSING_KEY', { tilbudsid: '' }, 'tilbudsid', 'ST42/Sundhed og trivsel'],
    ['MISSING_VALUE', { besoegsdato: '' }, 'besoegsdato', 'ST42/Sundhed og trivsel'],
    ['MISSING_VALUE', { score: '' }, 'score', 'ST42/Sundhed og trivsel'],
    ['BAD_DATE', { besoegsdato: '99-99-9999' }, 'besoegsdato', 'ST42/Sundhed og trivsel'],
    ['BAD_DATE', { frist: '2025-12-01' }, 'frist', 'ST42/Sundhed og trivsel'],
    ['BAD_NUMBER', { score: '5,1' }, 'score', 'ST42/Sundhed og trivsel'],
    ['BAD_NUMBER', { score: '0,9' }, 'score', 'ST42/Sundhed og trivsel'],
    ['BAD_NUMBER', { score: '3.5' }, 'score', 'ST42/Sundhed og trivsel'],
    ['UNKNOWN_TERM', { reaktion: 'henstilling' }, 'reaktion', 'ST42/Sundhed og trivsel'],
    ['BAD_IDENTIFIER', { tilsyn_id: 'ST/42' }, 'tilsyn_id', undefined],
    ['BAD_ENCODING', { anledning: 'opf\u0000lgning' }, 'anledning', 'ST42/Sundhed og trivsel'],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({
      kind: 'fault',
      fault: { reason, field, value: Object.values(changes)[0] },
      key,
    });
  });

  it('sets rows aside that are too short or too long', () => {
    expect(TILSYN_FILE.open(HEADER).readLine('ST42;T900;77;09-11-2025')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
      key: undefined,
    });
    expect(read({ tilsynsfoerende: 'ST-310;' })).toMatchObject({ fault: { reason: 'LONG_ROW' } });
  });
});
