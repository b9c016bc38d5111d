import { facilityHistory, visitHistory } from './facility-history.factory.js';
import { knownAsOf, timelineOf } from './facility-timeline.js';
import { tooLittleData, TOO_LITTLE_DATA_RULE_VERSION_1 } from './too-little-data.js';
import { riskModel } from './risk-model.factory.js';
import { day } from '../shared/day.js';

describe(tooLittleData.name, () => {
  const visited = timelineOf(facilityHistory({ visits: [visitHistory({ authority: 'STPS' })] }));
  const known = knownAsOf(visited, day('2026-01-01'));
  const before = knownAsOf(visited, day('2025-01-01'));

  it.each([
    ['nothing at the borders', known, { rows: 200, seriousRows: 30 }, []],
    ['no visit that is known yet', before, { rows: 200, seriousRows: 30 }, ['FEW_KNOWN_VISITS']],
    ['one training visit too few', known, { rows: 199, seriousRows: 30 }, ['FEW_TRAINING_VISITS']],
    ['one serious outcome too few', known, { rows: 200, seriousRows: 29 }, ['FEW_TRAINING_OUTCOMES']],
    ['one good outcome too few', known, { rows: 200, seriousRows: 171 }, ['FEW_TRAINING_OUTCOMES']],
    [
      'all at once',
      before,
      { rows: 2, seriousRows: 1 },
      ['FEW_KNOWN_VISITS', 'FEW_TRAINING_VISITS', 'FEW_TRAINING_OUTCOMES'],
    ],
  ])('names %s', (_, facility, model, expected) => {
    expect(
      tooLittleData(facility, riskModel({ authority: 'STPS', ...model }), TOO_LITTLE_DATA_RULE_VERSION_1),
    ).toEqual(expected);
  });

  it('looks at the visits of the scored authority alone', () => {
    const model = riskModel({ authority: 'SOCIALTILSYNET' });

    expect(tooLittleData(known, model, TOO_LITTLE_DATA_RULE_VERSION_1)).toEqual(['FEW_KNOWN_VISITS']);
  });
});
