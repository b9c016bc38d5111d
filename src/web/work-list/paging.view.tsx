import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Pagination } from '../elements/pagination.view.js';
import { PAGE_SIZES, workListPath, type WorkListRequest } from './work-list-request.js';

/** Numbered pages, and how many places each of them has. */
export function Paging(props: { voice: Voice; request: WorkListRequest; total: number }): JSX.Element | null {
  const { voice, request, total } = props;
  const { workList } = voice.words;
  if (total <= PAGE_SIZES[0]) return null;
  return (
    <div className="paging d-print-none">
      <Pagination
        voice={voice}
        page={request.page}
        last={Math.ceil(total / request.perPage)}
        pathOf={(page) => workListPath({ ...request, page })}
      />
      <nav className="page-sizes" aria-labelledby="page-sizes">
        <span id="page-sizes">{workList.perPage}</span>
        <ul>
          {PAGE_SIZES.map((perPage) => (
            <li key={perPage}>
              <a
                href={workListPath({ ...request, perPage, page: 1 })}
                aria-current={perPage === request.perPage ? 'true' : undefined}
              >
                {perPage}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
