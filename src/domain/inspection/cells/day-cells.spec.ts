import fc from 'fast-check';
import { addDays, day } from '../../shared/day.js';
import { DANISH_DAY, ISO_DAY, optionalDay, optionalEnd, requiredDay } from './day-cells.js';
import type { RowCells } from './row-cells.js';

const cell = (text: string): RowCells<'fra'> => ({ text: () => text });
const fault = (expected: object): Error =>
  expect.objectContaining({ fault: expect.objectContaining(expected) as unknown }) as Error;

describe(requiredDay.name, () => {
  it('reads the Danish form and, where told, the ISO form', () => {
    expect(requiredDay(cell('29-02-2024'), 'fra')).toBe('2024-02-29');
    expect(requiredDay(cell('2024-02-29'), 'fra', ISO_DAY)).toBe('2024-02-29');
  });

  it.each([
    '31-02-2025',
    '29-02-2025',
    '99-99-9999',
    '00-01-2025',
    '1-1-2025',
    '2025-01-01',
    '01/01/2025',
    'i går',
  ])('refuses "%s" and shows the form that is wanted', (text) => {
    expect(() => requiredDay(cell(text), 'fra')).toThrow(
      fault({
        reason: 'BAD_DATE',
        field: 'fra',
        value: text,
        mend: 'Write "fra" as a day of the calendar in the form dd-mm-yyyy, e.g. 24-12-2025.',
      }),
    );
  });

  it('calls an empty cell missing, not a bad day', () => {
    expect(() => requiredDay(cell(''), 'fra')).toThrow(fault({ reason: 'MISSING_VALUE', field: 'fra' }));
  });

  it('reads back every day of the calendar from its Danish form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (offset) => {
        const wanted = addDays(day('1950-01-01'), offset);
        const [year, month, date] = wanted.split('-');
        expect(DANISH_DAY.parse(`${date}-${month}-${year}`)).toBe(wanted);
      }),
    );
  });
});

describe(optionalDay.name, () => {
  it('reads an empty cell as not said and refuses an impossible day', () => {
    expect(optionalDay(cell(''), 'fra')).toBeNull();
    expect(() => optionalDay(cell('32-01-2025'), 'fra')).toThrow(fault({ reason: 'BAD_DATE' }));
  });
});

describe(optionalEnd.name, () => {
  it('lets a period end on its first day or stay open', () => {
    expect(optionalEnd(cell('05-03-2025'), 'fra', day('2025-03-05'))).toBe('2025-03-05');
    expect(optionalEnd(cell('05-03-2025'), 'fra', null)).toBe('2025-03-05');
    expect(optionalEnd(cell(''), 'fra', day('2025-03-05'))).toBeNull();
  });

  it('refuses an end before the start', () => {
    expect(() => optionalEnd(cell('04-03-2025'), 'fra', day('2025-03-05'))).toThrow(
      fault({ reason: 'BAD_DATE', field: 'fra', value: '04-03-2025' }),
    );
  });
});
