import { danishHolidays, easterSunday } from './danish-holidays.js';

describe(easterSunday.name, () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'], // the latest Easter there is
    [2008, '2008-03-23'], // one day from the earliest
  ])('falls in %i on %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });
});

describe(danishHolidays.name, () => {
  it('lists the official days of 2027 in order', () => {
    const official = danishHolidays(2027).filter(({ kind }) => kind === 'OFFICIAL');

    expect(official.map(({ day }) => day)).toEqual([
      '2027-01-01',
      '2027-03-25',
      '2027-03-26',
      '2027-03-28',
      '2027-03-29',
      '2027-05-06',
      '2027-05-16',
      '2027-05-17',
      '2027-12-25',
      '2027-12-26',
    ]);
  });

  it('has store bededag in 2023, the last time, and not in 2024', () => {
    expect(danishHolidays(2023).find(({ name }) => name === 'Store bededag')?.day).toBe('2023-05-05');
    expect(danishHolidays(2024).map(({ name }) => name)).not.toContain('Store bededag');
  });

  it('keeps usual closing days apart from official ones and confirms neither', () => {
    const rows = danishHolidays(2026);

    expect(rows.filter(({ kind }) => kind === 'USUAL_CLOSING').map(({ day }) => day)).toEqual([
      '2026-05-15',
      '2026-06-05',
      '2026-12-24',
      '2026-12-31',
    ]);
    expect(rows.every(({ confirmed, source }) => !confirmed && source !== '')).toBe(true);
  });

  it('gives both rows where a closing day meets a holiday', () => {
    const fifthOfJune = danishHolidays(2022).filter(({ day }) => day === '2022-06-05');

    expect(fifthOfJune.map(({ name }) => name).sort()).toEqual(['Grundlovsdag', 'Pinsedag']);
  });
});
