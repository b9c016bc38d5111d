import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Icon } from '../elements/icon.view.js';
import { SORTS, workListPath, type Sort, type WorkListRequest } from './work-list-request.js';

interface SortHeaderProps {
  readonly voice: Voice;
  readonly request: WorkListRequest;
  readonly sort: Sort;
  readonly text: string;
  readonly className?: string;
}

/** A column head that sorts the whole list anew, from its first page; a second time the other way round. */
export function SortHeader({ voice, request, sort, text, className }: SortHeaderProps): JSX.Element {
  const { sortBy } = voice.words.workList;
  const isActive = request.sort === sort;
  const direction = request.isDescending ? 'descending' : 'ascending';
  const isDescending = isActive ? !request.isDescending : SORTS[sort].startsDescending;
  return (
    <th scope="col" className={className} aria-sort={isActive ? direction : undefined}>
      <a className="sort-link" href={workListPath({ ...request, sort, isDescending, page: 1 })}>
        {text}
        <span className="sr-only">{`, ${sortBy[isDescending ? 'descending' : 'ascending']}`}</span>
        <Icon name={isActive ? `sort-table-${direction}` : 'sort-table-none'} />
      </a>
    </th>
  );
}
