import { changeInWords, dayInWords, pointsInWords, valueInWords } from './number-wording.js';
import type { FeatureUnit } from './features/risk-feature.js';
import { day } from '../shared/day.js';

describe('numbers in sentences', () => {
  it.each([
    [1234, '12,34', '12.34'],
    [10000, '100,00', '100.00'],
    [7, '0,07', '0.07'],
    [-105, '-1,05', '-1.05'],
    [-7, '-0,07', '-0.07'],
    [0, '0,00', '0.00'],
  ])('writes %i hundredths as points', (hundredths, da, en) => {
    expect(pointsInWords(hundredths, 'da')).toBe(da);
    expect(pointsInWords(hundredths, 'en')).toBe(en);
  });

  it('puts a sign before a change', () => {
    expect([250, -250, 0].map((change) => changeInWords(change, 'da'))).toEqual(['+2,50', '-2,50', '0,00']);
  });

  it.each<[number | null, FeatureUnit, string, string]>([
    [0.347, 'SHARE', '35 %', '35%'],
    [1, 'YES_NO', 'ja', 'yes'],
    [0, 'YES_NO', 'nej', 'no'],
    [1.26, 'YEARS', '1,3 år', '1.3 years'],
    [4.25, 'THEME_SCORE', '4,3', '4.3'],
    [-0.04, 'THEME_SCORE', '0,0', '0.0'],
    [-0.4, 'THEME_SCORE', '-0,4', '-0.4'],
    [2, 'COUNT', '2', '2'],
    [24, 'PLACES', '24', '24'],
    [12.34, 'PER_HUNDRED_EMPLOYEES', '12,3', '12.3'],
    [null, 'SHARE', 'ikke kendt', 'not known'],
  ])('writes %s as %s', (value, unit, da, en) => {
    expect(valueInWords(value, unit, 'da')).toBe(da);
    expect(valueInWords(value, unit, 'en')).toBe(en);
  });

  it('writes a day in full', () => {
    expect(dayInWords(day('2026-05-01'), 'da')).toBe('1. maj 2026');
    expect(dayInWords(day('2026-12-24'), 'en')).toBe('24 December 2026');
  });
});
