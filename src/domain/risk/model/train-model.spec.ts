import * as fc from 'fast-check';
import { trainModel, type TrainingOptions } from './train-model.js';
import type { TrainingRow } from '../training-rows.js';
import { addDays, day } from '../../shared/day.js';

const OPTIONS: TrainingOptions = {
  version: 'm1',
  authority: 'STPS',
  outcomeDefinition: 1,
  trainedThrough: day('2025-12-31'),
  ridge: 10,
  seriousBaseRates: { SOCIALTILSYNET: 0.1, ARBEJDSTILSYNET: 0.4, STPS: 0.2 },
  features: [
    { key: 'A', scale: 'LINEAR', expectedDirection: 0 },
    { key: 'B', scale: 'LINEAR', expectedDirection: 0 },
    { key: 'C', scale: 'LINEAR', expectedDirection: 0 },
  ],
};
const row = (index: number, outcome: 0 | 1, values: (number | null)[]): TrainingRow => ({
  facilityId: `f${index}`,
  visitKey: `v${index}`,
  occurredOn: addDays(day('2024-01-01'), index),
  outcome,
  values,
});

describe(trainModel.name, () => {
  it('fits by hand: one column of two levels, one constant, one never known', () => {
    // A is -1/+1 standardised, the target centred is -1/2, -1/2, 1/2, 1/2: sum(xy) = 2, so the weight is 2 / (4 + 10).
    const rows = [
      row(0, 0, [3, 5, null]),
      row(1, 0, [3, 5, null]),
      row(2, 1, [7, 5, null]),
      row(3, 1, [7, 5, null]),
    ];

    expect(trainModel(rows, OPTIONS)).toEqual({
      version: 'm1',
      method: 'LINEAR_PROBABILITY_RIDGE',
      authority: 'STPS',
      outcomeDefinition: 1,
      trainedThrough: '2025-12-31',
      ridge: 10,
      rows: 4,
      seriousRows: 2,
      intercept: 0.5,
      seriousBaseRates: { SOCIALTILSYNET: 0.1, ARBEJDSTILSYNET: 0.4, STPS: 0.2 },
      features: [
        {
          key: 'A',
          scale: 'LINEAR',
          median: 5,
          lowest: 3,
          highest: 7,
          mean: 5,
          standardDeviation: 2,
          weight: 0.142857142857,
        },
      ],
      dropped: [
        { key: 'B', reason: 'CONSTANT' },
        { key: 'C', reason: 'NEVER_KNOWN' },
      ],
    });
  });

  it('leaves out a feature that would run against its stated direction, and fits the rest anew', () => {
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
      row(index, index < 4 ? 0 : 1, [index, -index, index % 2]),
    );
    const expecting = (direction: 1 | -1): TrainingOptions => ({
      ...OPTIONS,
      features: OPTIONS.features.map((feature) => ({
        ...feature,
        expectedDirection: feature.key === 'C' ? 0 : direction,
      })),
    });

    const upwards = trainModel(rows, expecting(1));
    const downwards = trainModel(rows, expecting(-1));

    expect(upwards.dropped).toEqual([{ key: 'B', reason: 'AGAINST_DIRECTION' }]);
    expect(downwards.dropped).toEqual([{ key: 'A', reason: 'AGAINST_DIRECTION' }]);
    expect(upwards.features.map((feature) => [feature.key, Math.sign(feature.weight)])).toEqual([
      ['A', 1],
      ['C', -1],
    ]);
  });

  it('never ships a weight against its direction, whatever the rows', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 1 }),
            fc.double({ min: -5, max: 5, noNaN: true }),
            fc.double({ min: -5, max: 5, noNaN: true }),
          ),
          { minLength: 2, maxLength: 30 },
        ),
        fc.constantFrom(1 as const, -1 as const),
        (drawn, direction) => {
          const rows = drawn.map(([outcome, a, b], index) => row(index, outcome as 0 | 1, [a, b, null]));
          const features = OPTIONS.features.map((feature) => ({ ...feature, expectedDirection: direction }));

          const model = trainModel(rows, { ...OPTIONS, features });

          expect(model.features.every((feature) => feature.weight * direction >= 0)).toBe(true);
        },
      ),
    );
  });

  it('falls back on the base rate where there is one row, or one outcome', () => {
    expect(trainModel([row(0, 1, [1, 2, 3])], OPTIONS)).toMatchObject({ intercept: 1, features: [] });

    const allGood = trainModel([row(0, 0, [1, 2, 3]), row(1, 0, [2, 2, 1])], OPTIONS);
    expect(allGood.intercept).toBe(0);
    expect(allGood.features.map((feature) => feature.weight)).toEqual([0, 0]);
  });

  it('refuses to learn from nothing, and from what is not a number', () => {
    expect(() => trainModel([], OPTIONS)).toThrow('no known outcomes of STPS');
    expect(() => trainModel([row(0, 1, [1, Number.NaN, 3])], OPTIONS)).toThrow('B is NaN for visit v0');
    expect(() => trainModel([row(0, 1, [1, 2])], OPTIONS)).toThrow('C is undefined for visit v0');
  });

  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null });
  const manyRows = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.tuple(value, value, value)), {
    minLength: 1,
    maxLength: 40,
  });
  const rowsOf = (drawn: [number, (number | null)[]][]): TrainingRow[] =>
    drawn.map(([outcome, values], index) => row(index, outcome === 1 ? 1 : 0, values));

  it('writes the same bytes whatever the order of the rows', () => {
    fc.assert(
      fc.property(manyRows, (drawn) => {
        const rows = rowsOf(drawn);

        expect(JSON.stringify(trainModel(rows.toReversed(), OPTIONS))).toBe(
          JSON.stringify(trainModel(rows, OPTIONS)),
        );
      }),
    );
  });

  it('never holds a number that is not finite', () => {
    fc.assert(
      fc.property(manyRows, (drawn) => {
        const model = trainModel(rowsOf(drawn), OPTIONS);

        // JSON has no NaN: it would read back as null.
        expect(JSON.parse(JSON.stringify(model))).toEqual(model);
      }),
    );
  });
});
