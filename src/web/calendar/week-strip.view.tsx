import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { isoWeekOf } from '../../wording/iso-week.js';
import type { CalendarAnswer } from './calendar.query.js';
import { calendarPath, type CalendarRequest } from './calendar-request.js';

interface WeekStripProps {
  readonly voice: Voice;
  readonly request: CalendarRequest;
  readonly week: string | undefined;
  readonly weeks: CalendarAnswer['plannedVisits']['weeks'];
}

/** Every week of the plan with the number of its visits; each leads to its list. */
export function WeekStrip({ voice, request, week, weeks }: WeekStripProps): JSX.Element {
  const { calendar: words } = voice.words.planning;
  const most = Math.max(1, ...weeks.map(({ visits }) => visits));
  return (
    <nav className="week-strip d-print-none" aria-label={words.weeks}>
      <ol>
        {weeks.map((each) => (
          <li key={each.weekStart}>
            <a
              href={calendarPath({ ...request, week: each.weekStart, page: 1 })}
              aria-current={each.weekStart === week ? 'true' : undefined}
            >
              <svg viewBox="0 0 10 40" aria-hidden="true" focusable="false">
                <rect x="1" y={40 - (38 * each.visits) / most} width="8" height={(38 * each.visits) / most} />
              </svg>
              <span className="sr-only">
                {words.week(voice.week(each.weekStart), each.visits, each.joint)}
              </span>
              <span aria-hidden="true">{isoWeekOf(each.weekStart).week}</span>
              <span aria-hidden="true" className="visits">
                {each.visits}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <a
        href={calendarPath({ ...request, week: 'alle', page: 1 })}
        aria-current={week === undefined ? 'true' : undefined}
      >
        {words.wholePlan}
      </a>
    </nav>
  );
}
