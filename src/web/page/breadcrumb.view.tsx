import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Icon } from '../elements/icon.view.js';

export interface Crumb {
  readonly text: string;
  readonly href: string;
}

export function Breadcrumb(props: { crumbs: readonly Crumb[]; title: string; voice: Voice }): JSX.Element {
  return (
    <nav className="breadcrumbs d-print-none" aria-label={props.voice.words.page.breadcrumb}>
      <ol className="breadcrumbs__list">
        {props.crumbs.map(({ text, href }, index) => (
          <li key={href} className="breadcrumbs__list-item">
            {index > 0 ? <Icon name="chevron-right" /> : null}
            <a className="breadcrumbs__link" href={href}>
              {text}
            </a>
          </li>
        ))}
        <li className="breadcrumbs__list-item" aria-current="page">
          <Icon name="chevron-right" />
          {props.title}
        </li>
      </ol>
    </nav>
  );
}
