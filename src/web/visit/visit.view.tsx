import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { calendarPath } from '../calendar/calendar-request.js';
import { Alert } from '../elements/alert.view.js';
import { AnswerForm } from './answer-form.view.js';
import { ChangeForm } from './change-form.view.js';
import { History } from './history.view.js';
import { NoticeBox } from './notice-box.view.js';
import { PartBox } from './part-box.view.js';
import type { ShownVisit, VisitHistory } from './visit.query.js';

export interface VisitPageProps {
  readonly voice: Voice;
  readonly visit: ShownVisit;
  readonly history: VisitHistory;
  /** The unit that the asker decides for; undefined for those who only read. */
  readonly keepsUnit: string | undefined;
  /** Mondays that the visit can be moved to. */
  readonly weeks: readonly string[];
  readonly isDone: boolean;
}

/** One visit of a plan: its parts, who has accepted what, and what can be done about it. */
export function VisitPage(props: VisitPageProps): JSX.Element {
  const { voice, visit, keepsUnit } = props;
  const { visit: words, secrecy } = voice.words.planning;
  const own = visit.parts.find(({ responsibleUnit }) => responsibleUnit === keepsUnit);
  const isOpen = visit.planState !== 'HISTORIC';
  return (
    <>
      <h1>{visit.facilityName}</h1>
      <p className="font-lead">
        {words.lead(voice.week(visit.weekStart), voice.words.labels.visitMode[visit.mode])}
      </p>
      <p>
        {visit.visitOn === null || visit.half === null
          ? words.noDay
          : words.dayIs(voice.day(visit.visitOn), voice.words.planning.calendar.halves[visit.half])}
      </p>
      {props.isDone ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {words.done}
          </Alert>
        </div>
      ) : null}
      <Alert variant="warning" voice={voice}>
        {secrecy}
      </Alert>
      <p className="d-print-none page-links">
        <a href={`/tilbud/${visit.facilityId}`}>{words.toPlace}</a>
        <a href={calendarPath({ week: visit.weekStart })}>{words.toCalendar}</a>
      </p>
      <section aria-labelledby="dele">
        <h2 id="dele">{words.parts}</h2>
        <p className="note">{words.partsText}</p>
        <div className="legal-acts">
          {visit.parts.map((part) => (
            <PartBox key={part.authority} voice={voice} part={part} isPinned={visit.pinnedUnits.includes(part.responsibleUnit)} />
          ))}
        </div>
      </section>
      {own && isOpen ? (
        <div className="visit-forms d-print-none">
          <AnswerForm voice={voice} visit={visit} weeks={props.weeks} />
          <ChangeForm voice={voice} visit={visit} own={own} weeks={props.weeks} />
        </div>
      ) : null}
      <NoticeBox voice={voice} visit={visit} mayTell={own !== undefined && isOpen} />
      <History voice={voice} visit={visit} history={props.history} keepsUnit={own && isOpen ? keepsUnit : undefined} />
    </>
  );
} // prettier-ignore
