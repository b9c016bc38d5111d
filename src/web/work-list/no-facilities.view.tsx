import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { workListPath, type WorkListRequest } from './work-list-request.js';

/** Nothing to list: nothing matches, or the address names a page after the last. */
export function NoFacilities(props: { voice: Voice; request: WorkListRequest; total: number }): JSX.Element {
  const { voice, request, total } = props;
  const { workList } = voice.words;
  if (total > 0) {
    const last = Math.ceil(total / request.perPage);
    return (
      <Alert variant="info" voice={voice} heading={workList.beyondLast}>
        <a href={workListPath({ ...request, page: last })}>{workList.toLastPage(last)}</a>
      </Alert>
    );
  }
  return (
    <Alert variant="info" voice={voice} heading={workList.empty}>
      {workList.emptyText} <a href="/tilsyn">{workList.showAll}</a>
    </Alert>
  );
}
