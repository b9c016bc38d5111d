import type { JSX, ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb.view.js';
import { Footer } from './footer.view.js';
import { Header } from './header.view.js';
import type { PageContext } from './page-context.js';
import type { ReducedShares } from './reduced-shares.js';
import { ShareNotice } from './share-notice.view.js';

/** What a page brings along; its heading stands in the content and equals the title. */
export interface Page {
  readonly title: string;
  /** The pages above this one, from the top. */
  readonly crumbs?: readonly Crumb[];
  readonly content: ReactNode;
}

interface LayoutProps {
  readonly context: PageContext;
  readonly page: Page;
  readonly shares?: ReducedShares;
}

export function Layout({ context, page, shares = [] }: LayoutProps): JSX.Element {
  const { language, words } = context.voice;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} – ${words.page.service}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/dkfds/css/dkfds.min.css" />
        <link rel="stylesheet" href="/assets/samtilsyn.css" />
        <script src="/assets/enhance.js" defer />
      </head>
      <body>
        <a className="skipnav" href="#main-content">
          {words.page.skipLink}
        </a>
        <Header context={context} />
        <div className="container page-container">
          {page.crumbs ? <Breadcrumb crumbs={page.crumbs} title={page.title} voice={context.voice} /> : null}
          <main id="main-content" tabIndex={-1}>
            <ShareNotice voice={context.voice} shares={shares} />
            {page.content}
          </main>
        </div>
        <Footer context={context} />
      </body>
    </html>
  );
}
