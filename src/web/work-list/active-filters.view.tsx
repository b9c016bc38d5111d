import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Icon } from '../elements/icon.view.js';
import { EVERYTHING, FILTERS, workListPath, type Filter, type WorkListRequest } from './work-list-request.js';
import type { WorkListAnswer } from './work-list.query.js';

interface ActiveFiltersProps {
  readonly voice: Voice;
  readonly request: WorkListRequest;
  readonly municipalities: WorkListAnswer['municipalities'];
}

/** Every chosen filter as a link that removes it, and leads back to the first page. */
export function ActiveFilters(props: ActiveFiltersProps): JSX.Element | null {
  const { voice, request } = props;
  const { workList } = voice.words;
  const chosen = FILTERS.filter((filter) => request[filter]);
  if (chosen.length === 0) return null;
  const none = Object.fromEntries(FILTERS.map((filter) => [filter, EVERYTHING[filter]]));
  return (
    <nav className="active-filters d-print-none" aria-label={workList.activeFilters}>
      <ul>
        {chosen.map((filter) => (
          <li key={filter}>
            <a
              className="tag tag-icon"
              href={workListPath({ ...request, [filter]: EVERYTHING[filter], page: 1 })}
            >
              <span className="sr-only">{workList.remove}</span>
              {`${workList[filter]}: ${textOf(filter, props)}`}
              <Icon name="close" />
            </a>
          </li>
        ))}
        <li>
          <a href={workListPath({ ...request, ...none, page: 1 })}>{workList.reset}</a>
        </li>
      </ul>
    </nav>
  );
}

function textOf(filter: Filter, { voice, request, municipalities }: ActiveFiltersProps): string {
  const { labels } = voice.words;
  const value = request[filter] ?? '';
  switch (filter) {
    case 'search':
      return value;
    case 'municipality':
      return municipalities.find(({ code }) => code === value)?.name ?? value;
    default:
      return voice.label(labels[filter], value);
  }
}
