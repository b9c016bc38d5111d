import type { JSX } from 'react';
import type { PageContext } from './page-context.js';

export function Footer({ context }: { context: PageContext }): JSX.Element {
  const { page, labels } = context.voice.words;
  return (
    <footer>
      <div className="footer">
        <div className="container">
          <p className="mt-0">{Object.values(labels.authority).join(' · ')}</p>
          <ul className="unstyled-list inline-list d-print-none">
            <li>
              <a href="/was">{page.accessibilityStatement}</a>
            </li>
            <li>
              <a href="/privatliv">{page.privacyPolicy}</a>
            </li>
          </ul>
        </div>
      </div>
    </footer>
  );
}
