import { addDays, type Day } from '../../domain/shared/day.js';

/** One visit in a calendar. Texts are shown on phones and in other people's sight: they say nothing about why. */
export interface CalendarEvent {
  /** Stays the same when the visit is moved. */
  readonly id: string;
  /** Grows when it is changed. */
  readonly version: number;
  readonly title: string;
  readonly firstDay: Day;
  /** The last day that it takes. */
  readonly lastDay: Day;
  /** Leads back to the service, where one must sign in. */
  readonly url: string;
}

const LONGEST_LINE = 75;

/** A calendar by RFC 5545: whole days, lines of at most 75 octets, ended by CR LF. `writtenAt` is in UTC. */
export function calendarFile(name: string, events: readonly CalendarEvent[], writtenAt: Date): string {
  const stamp = `${writtenAt.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samtilsyn//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@samtilsyn`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${event.version}`,
      `SUMMARY:${escaped(event.title)}`,
      `DTSTART;VALUE=DATE:${compact(event.firstDay)}`,
      // The end is the first day that does not belong to it.
      `DTEND;VALUE=DATE:${compact(addDays(event.lastDay, 1))}`,
      `URL:${event.url}`,
      'CLASS:CONFIDENTIAL',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Backslash, semicolon, comma and line breaks have a meaning of their own in texts. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** Continued on lines that begin with a space; never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join('\r\n');
}

function compact(on: Day): string {
  return on.replaceAll('-', '');
}
