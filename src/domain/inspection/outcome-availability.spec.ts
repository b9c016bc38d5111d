import {
  availableOn,
  AVAILABILITY_ASSUMPTIONS,
  type AvailabilityAssumption,
} from './outcome-availability.js';
import { day } from '../shared/day.js';

const visit = { authority: 'ARBEJDSTILSYNET', occurredOn: day('2025-12-15'), publishedOn: null } as const;

describe(availableOn.name, () => {
  it('is the day of publication where the register gives one', () => {
    const published = { ...visit, authority: 'STPS', publishedOn: day('2026-02-01') } as const;

    expect(availableOn(published, AVAILABILITY_ASSUMPTIONS)).toBe('2026-02-01');
  });

  it('is never before the visit, even when a register claims so', () => {
    const published = { ...visit, publishedOn: day('2025-01-02') };

    expect(availableOn(published, AVAILABILITY_ASSUMPTIONS)).toBe('2025-12-15');
  });

  it('is thirty days after the visit by the first assumption', () => {
    expect(availableOn(visit, AVAILABILITY_ASSUMPTIONS)).toBe('2026-01-14');
  });

  it('follows the assumption in force on the day of the visit, whatever the order of the rows', () => {
    const rows: AvailabilityAssumption[] = [
      ['2025-12-16', 5],
      ['2020-01-01', 90],
      ['2025-12-15', 10],
    ].map(([from, days]) => ({
      authority: 'ARBEJDSTILSYNET',
      daysAfterVisit: Number(days),
      validFrom: day(String(from)),
      source: 'a letter',
      confirmed: true,
    }));

    expect(availableOn(visit, rows)).toBe('2025-12-25');
    expect(availableOn(visit, rows.toReversed())).toBe('2025-12-25');
  });

  it('refuses to guess where no assumption covers the day', () => {
    const others = AVAILABILITY_ASSUMPTIONS.filter((row) => row.authority !== 'ARBEJDSTILSYNET');

    expect(() => availableOn(visit, others)).toThrow(
      'No availability assumption covers ARBEJDSTILSYNET on 2025-12-15',
    );
  });

  it('has an unconfirmed assumption with a source for each authority', () => {
    expect(AVAILABILITY_ASSUMPTIONS.map((row) => [row.authority, row.confirmed, row.source !== ''])).toEqual([
      ['SOCIALTILSYNET', false, true],
      ['ARBEJDSTILSYNET', false, true],
      ['STPS', false, true],
    ]);
  });
});
