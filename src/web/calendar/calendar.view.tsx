import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { Pagination } from '../elements/pagination.view.js';
import { SelectField } from '../elements/select-field.view.js';
import type { CalendarAnswer } from './calendar.query.js';
import { calendarPath, FIELDS, PER_PAGE, type CalendarRequest } from './calendar-request.js';
import { PlanBar } from './plan-bar.view.js';
import { VisitTable } from './visit-table.view.js';
import { WeekStrip } from './week-strip.view.js';

export interface CalendarProps {
  readonly voice: Voice;
  readonly request: CalendarRequest;
  /** The Monday that is shown; undefined for the whole plan. */
  readonly week: string | undefined;
  readonly answer: CalendarAnswer;
  readonly maysKeep: boolean;
  readonly message: string | undefined;
}

/** The visits of a plan, week by week. For the authorities alone. */
export function Calendar(props: CalendarProps): JSX.Element {
  const { voice, request, week, answer } = props;
  const { calendar: words, secrecy } = voice.words.planning;
  const { totalCount, visits, weeks } = answer.plannedVisits;
  const plan = answer.currentPlans.find(({ kind }) => kind === 'RISK_BASED');
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      {props.message === undefined ? null : (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {props.message}
          </Alert>
        </div>
      )}
      {plan ? (
        <>
          <Alert variant="warning" voice={voice}>
            {secrecy}
          </Alert>
          <PlanBar voice={voice} plan={plan} maysKeep={props.maysKeep} />
          <Filters voice={voice} request={request} answer={answer} />
          <WeekStrip voice={voice} request={request} week={week} weeks={weeks} />
          <h2>{week === undefined ? words.wholePlan : voice.week(week)}</h2>
          <p role="status" className="count">
            <strong>{words.count(voice.number(totalCount))}</strong>
          </p>
          {visits.length === 0 ? (
            <p>{words.empty}</p>
          ) : (
            <VisitTable voice={voice} visits={visits} showsWeek={week === undefined} />
          )}
          <FileLinks voice={voice} request={request} />
          <Pagination
            voice={voice}
            page={request.page}
            last={Math.ceil(totalCount / PER_PAGE)}
            pathOf={(page) => calendarPath({ ...request, page })}
          />
        </>
      ) : (
        <Alert variant="info" voice={voice} heading={words.none}>
          {words.noneText}
        </Alert>
      )}
    </>
  );
}

function Filters({ voice, request, answer }: Pick<CalendarProps, 'voice' | 'request' | 'answer'>): JSX.Element {
  const { planning, labels } = voice.words;
  const { calendar: words } = planning;
  const common = { voice, anyText: words.all, problems: [] };
  const offices = answer.offices.filter(
    ({ responsibleUnit }) => request.unit === undefined || responsibleUnit === request.unit,
  );
  return (
    <form method="get" action="/kalender" className="filters d-print-none" data-auto-submit="">
      <h2 className="sr-only">{words.filters}</h2>
      <div className="filter-selects">
        <SelectField {...common} id={FIELDS.unit} label={words.unit} value={request.unit} options={Object.entries(labels.unit)} />
        <SelectField {...common} id={FIELDS.office} label={words.office} value={request.office} options={offices.map(({ name }) => [name, name])} />
        <SelectField {...common} id={FIELDS.region} label={words.region} value={request.region} options={answer.regions.map(({ code, name }) => [code, name])} />
        <SelectField {...common} id={FIELDS.mode} label={words.mode} value={request.mode} options={Object.entries(labels.visitMode)} />
        <SelectField {...common} id={FIELDS.state} label={words.status} value={request.state} options={Object.entries(planning.labels.partState)} />
      </div>
      {request.week === undefined ? null : <input type="hidden" name={FIELDS.week} value={request.week} />}
      {request.planId === undefined ? null : <input type="hidden" name={FIELDS.planId} value={request.planId} />}
      <button className="button button-primary filter-button">{words.show}</button>
    </form>
  );
} // prettier-ignore

function FileLinks({ voice, request }: Pick<CalendarProps, 'voice' | 'request'>): JSX.Element {
  const { calendar: words } = voice.words.planning;
  const query = calendarPath({ ...request, page: 1 }).slice('/kalender'.length);
  return (
    <p className="page-links d-print-none">
      <a href={`/kalender/plan.csv${query}`}>{words.csv}</a>
      <a href={`/kalender/plan.json${query}`}>{words.json}</a>
      <a href="/kalender/abonnement">{words.subscribe}</a>
    </p>
  );
}
