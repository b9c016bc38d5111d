import { calendarPath, readCalendarRequest } from './calendar-request.js';

const read = (text: string): ReturnType<typeof readCalendarRequest> =>
  readCalendarRequest(new URLSearchParams(text));

describe('the address of the calendar', () => {
  it('is read back as it was written', () => {
    const asked = read(
      'uge=2026-11-30&enhed=STPS&kontor=STPS+Nord&region=1081&form=SAME_VISIT&status=PROPOSED&side=2',
    );

    expect(calendarPath(asked)).toBe(
      '/kalender?uge=2026-11-30&enhed=STPS&kontor=STPS+Nord&region=1081&form=SAME_VISIT&status=PROPOSED&side=2',
    );
  });

  it('leaves out what makes no sense', () => {
    expect(calendarPath(read('uge=snart&enhed=X&plan=1&side=-1&status=toString'))).toBe('/kalender');
  });
});
