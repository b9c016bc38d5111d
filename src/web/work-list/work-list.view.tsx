import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { ActiveFilters } from './active-filters.view.js';
import { FacilityTable } from './facility-table.view.js';
import { FilterForm } from './filter-form.view.js';
import { NoFacilities } from './no-facilities.view.js';
import { Paging } from './paging.view.js';
import type { ReadRequest } from './read-work-list-request.js';
import { FIELDS, FILTERS } from './work-list-request.js';
import type { WorkListAnswer } from './work-list.query.js';

interface WorkListProps extends ReadRequest {
  readonly voice: Voice;
  readonly answer: WorkListAnswer;
  /** YYYY-MM-DD; visits planned for earlier weeks are not the next ones. */
  readonly today: string;
}

export function WorkList({ voice, request, problems, answer, today }: WorkListProps): JSX.Element {
  const { workList } = voice.words;
  const shown: Problem[] = problems.map((key) => ({
    field: FILTERS.some((filter) => filter === key) ? FIELDS[key] : undefined,
    text: workList.problems[key],
  }));
  const facilities = answer.facilities?.edges.map(({ node }) => node) ?? [];
  const scoredOn = facilities.find(({ score }) => score)?.score?.asOf;
  return (
    <>
      <ErrorSummary problems={shown} voice={voice} />
      <h1>{workList.title}</h1>
      <p className="font-lead">{workList.lead}</p>
      <p>{workList.order}</p>
      <FilterForm voice={voice} request={request} municipalities={answer.municipalities} problems={shown} />
      <ActiveFilters voice={voice} request={request} municipalities={answer.municipalities} />
      {answer.facilities ? (
        <>
          <Count voice={voice} total={answer.facilities.totalCount} request={request} scoredOn={scoredOn} />
          {facilities.length > 0 ? (
            <FacilityTable voice={voice} request={request} facilities={facilities} today={today} />
          ) : (
            <NoFacilities voice={voice} request={request} total={answer.facilities.totalCount} />
          )}
          <Paging voice={voice} request={request} total={answer.facilities.totalCount} />
        </>
      ) : null}
    </>
  );
}

interface CountProps extends Pick<WorkListProps, 'voice' | 'request'> {
  readonly total: number;
  readonly scoredOn: string | undefined;
}

function Count({ voice, total, request, scoredOn }: CountProps): JSX.Element {
  const { workList } = voice.words;
  const from = (request.page - 1) * request.perPage + 1;
  const to = Math.min(total, from + request.perPage - 1);
  return (
    <p role="status" className="count">
      <strong>{workList.count(voice.number(total), total === 1)}</strong>
      {total > request.perPage && from <= total
        ? `. ${workList.shown(voice.number(from), voice.number(to), voice.number(total))}.`
        : '.'}
      {scoredOn === undefined ? null : ` ${workList.scoredOn(voice.day(scoredOn))}`}
    </p>
  );
}
