import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Icon } from './icon.view.js';
import { pagesToShow } from './pages-to-show.js';

interface PaginationProps {
  readonly voice: Voice;
  readonly page: number;
  readonly last: number;
  readonly pathOf: (page: number) => string;
}

export function Pagination({ voice, page, last, pathOf }: PaginationProps): JSX.Element | null {
  const { workList } = voice.words;
  if (last <= 1 || page > last) return null;
  return (
    <nav className="pagination" aria-label={workList.pages}>
      {page > 1 ? (
        <a
          href={pathOf(page - 1)}
          rel="prev"
          aria-label={workList.previousPage}
          className="button button-arrow button-previous"
        >
          <Icon name="chevron-left" />
          <span className="pagination-nav-link">{workList.previousPage}</span>
        </a>
      ) : null}
      <span className="pagination-mobile">{workList.pageOf(page, last)}</span>
      <ul className="pagination__items">
        {pagesToShow(page, last).map((number, index) =>
          number === 'gap' ? (
            <li key={`gap-${index}`} className="pagination-item pagination-overflow" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number} className="pagination-item pagination-number">
              <a
                href={pathOf(number)}
                className={`button ${number === page ? 'current-page' : 'button-secondary'}`}
                aria-label={workList.page(number)}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < last ? (
        <a
          href={pathOf(page + 1)}
          rel="next"
          aria-label={workList.nextPage}
          className="button button-arrow button-next"
        >
          <span className="pagination-nav-link">{workList.nextPage}</span>
          <Icon name="chevron-right" />
        </a>
      ) : null}
    </nav>
  );
}
