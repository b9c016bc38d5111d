import { askedDay } from './asked-day.js';

describe(askedDay.name, () => {
  it.each([
    ['', '', '', { kind: 'today' }],
    ['1', '2', '2026', { kind: 'day', day: '2026-02-01' }],
    [' 31 ', '12', '2025', { kind: 'day', day: '2025-12-31' }],
    ['29', '2', '2024', { kind: 'day', day: '2024-02-29' }],
    ['29', '2', '2026', { kind: 'problem' }],
    ['31', '4', '2026', { kind: 'problem' }],
    ['0', '1', '2026', { kind: 'problem' }],
    ['1', '13', '2026', { kind: 'problem' }],
    ['1', '', '2026', { kind: 'problem' }],
    ['1', '1', '26', { kind: 'problem' }],
    ['i dag', '1', '2026', { kind: 'problem' }],
  ])('reads %j %j %j', (day, month, year, expected) => {
    expect(askedDay({ day, month, year })).toEqual(expected);
  });
});
