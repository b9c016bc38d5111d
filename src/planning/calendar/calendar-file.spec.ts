import fc from 'fast-check';
import { day } from '../../domain/shared/day.js';
import { calendarFile, type CalendarEvent } from './calendar-file.js';

const EVENT: CalendarEvent = {
  id: '7f7a4c0e',
  version: 3,
  title: 'Fællestilsyn: Åkanden 5, afd. B; "Øst"',
  firstDay: day('2026-12-28'),
  lastDay: day('2027-01-01'),
  url: 'https://samtilsyn.example/besoeg/7f7a4c0e',
};
const AT = new Date('2026-11-22T20:15:07.123Z');

/** Undoes the folding, as RFC 5545 says to read it. */
const unfolded = (file: string): string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');

describe(calendarFile.name, () => {
  it('writes whole days with an end that no longer belongs to them', () => {
    expect(unfolded(calendarFile('Tilsyn', [EVENT], AT))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Samtilsyn//DA',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Tilsyn',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'BEGIN:VEVENT',
      'UID:7f7a4c0e@samtilsyn',
      'DTSTAMP:20261122T201507Z',
      'SEQUENCE:3',
      'SUMMARY:Fællestilsyn: Åkanden 5\\, afd. B\\; "Øst"',
      'DTSTART;VALUE=DATE:20261228',
      'DTEND;VALUE=DATE:20270102',
      'URL:https://samtilsyn.example/besoeg/7f7a4c0e',
      'CLASS:CONFIDENTIAL',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('keeps every line within 75 octets, and every title whole and on its own line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const file = calendarFile('x', [{ ...EVENT, title }], AT);

        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const summary = unfolded(file)
          .find((line) => line.startsWith('SUMMARY:'))!
          .slice('SUMMARY:'.length);
        const read = summary.replace(/\\(.)/g, (_whole, character: string) =>
          character === 'n' ? '\n' : character,
        );
        expect(read).toBe(title.replace(/\r\n|\r/g, '\n'));
      }),
    );
  });
});
