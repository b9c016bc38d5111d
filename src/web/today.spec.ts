import { today } from './today.js';

describe(today.name, () => {
  it('is the Danish day, just before and just after midnight in Denmark', () => {
    expect(today(new Date('2026-11-22T22:59:59Z'))).toBe('2026-11-22');
    expect(today(new Date('2026-11-22T23:00:00Z'))).toBe('2026-11-23');
  });
});
