import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** What a view says, without its tags: elements are one space apart, entities are characters. */
export function textOf(view: ReactElement): string {
  return renderToStaticMarkup(view)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
