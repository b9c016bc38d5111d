import { explainOwnerScore } from './explain-owner-score.js';

describe(explainOwnerScore.name, () => {
  it('says what each secret fact adds, in both languages', () => {
    const term = (key: string, hundredths: number, value: number) =>
      ({
        kind: 'FEATURE',
        authority: 'SOCIALTILSYNET',
        key,
        hundredths,
        value,
        typical: 0,
      }) as const;

    const sentences = explainOwnerScore(4210, [
      term('OPEN_ORDERS', 300, 2),
      term('CONCERNS', 120, 1.4),
      term('GRAVE_CONCERN', 55, 1),
    ]);

    expect(sentences.map(({ da }) => da)).toEqual([
      'Scoren med henvendelser er 42,10 af 100 point. Henvendelser udgør +1,75 point af dem.',
      'Henvendelser, nye vejer mest (1,4): +1,20 point.',
      'Henvendelse af højeste alvor inden for to år (ja): +0,55 point.',
    ]);
    expect(sentences.map(({ en }) => en)).toEqual([
      'The score with concern reports is 42.10 of 100 points. Concern reports make up +1.75 points of them.',
      'Concern reports, recent ones weighing most (1.4): +1.20 points.',
      'Concern of the highest gravity within two years (yes): +0.55 points.',
    ]);
  });
});
