import type { JSX } from 'react';
import { Icon } from '../elements/icon.view.js';
import { LanguageLinks } from './language-links.view.js';
import { menuOf } from './menu.js';
import type { PageContext } from './page-context.js';
import { positionOf } from './position.js';

export function Header({ context }: { context: PageContext }): JSX.Element {
  const { words } = context.voice;
  return (
    <header className="header">
      <div className="portal-info">
        <div className="portal-info-inner container">
          <LanguageLinks context={context} />
          <SignedIn context={context} />
        </div>
      </div>
      <div className="solution-info">
        <div className="solution-info-inner container">
          <div className="solution-heading">
            <a href="/">{words.page.service}</a>
          </div>
          <p className="tagline">{words.page.tagline}</p>
        </div>
      </div>
      <Menu context={context} />
    </header>
  );
}

function SignedIn({ context: { identity, voice } }: { context: PageContext }): JSX.Element | null {
  if (!identity) return null;
  return (
    <div className="signed-in">
      <p className="user">{positionOf(identity, voice)}</p>
      <form method="post" action="/log-ud" className="d-print-none">
        <button className="function-link log-off">
          <Icon name="lock" />
          {voice.words.page.signOut}
        </button>
      </form>
    </div>
  );
}

function Menu({ context }: { context: PageContext }): JSX.Element | null {
  const items = menuOf(context.identity, context.voice);
  const path = context.path.split('?')[0];
  if (items.length === 0) return null;
  return (
    <nav className="menu d-print-none" aria-label={context.voice.words.page.mainMenu}>
      <ul className="container no-max-width">
        {items.map(({ text, href }) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
