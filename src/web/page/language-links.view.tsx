import type { JSX } from 'react';
import { LANGUAGES } from '../../wording/voice.js';
import { LANGUAGE_PARAMETER } from './language.js';
import { withParameter } from './local-path.js';
import type { PageContext } from './page-context.js';

const NAMES = { da: 'Dansk', en: 'English' } as const;

export function LanguageLinks({ context: { voice, path } }: { context: PageContext }): JSX.Element {
  return (
    <ul className="languages d-print-none" aria-label={voice.words.page.chooseLanguage}>
      {LANGUAGES.map((language) => (
        <li key={language}>
          <a
            href={withParameter(path, LANGUAGE_PARAMETER, language)}
            lang={language}
            hrefLang={language}
            aria-current={language === voice.language ? 'true' : undefined}
          >
            {NAMES[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
