import { renderToStaticMarkup } from 'react-dom/server';
import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { Layout } from './layout.view.js';
import type { Identity, PageContext } from './page-context.js';

const PLANNER: Identity = {
  role: 'PLANNER',
  person: 'planlaegger-midt',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_MIDT',
};

function layout(changes: Partial<PageContext> = {}): React.JSX.Element {
  const context: PageContext = {
    voice: voiceIn('da'),
    identity: PLANNER,
    path: '/tilsyn?side=2',
    ...changes,
  };
  const page = { title: 'Arbejdsliste', content: <h1>Arbejdsliste</h1> };
  return <Layout context={context} page={page} />;
}

describe('Layout', () => {
  it('says its language and title, and lets the keyboard skip to the content', () => {
    const html = renderToStaticMarkup(layout());

    expect(html).toMatch(/^<html lang="da">/);
    expect(html).toContain('<title>Arbejdsliste – Samtilsyn</title>');
    expect(html).toContain('href="#main-content"');
    expect(html).toContain('<main id="main-content" tabindex="-1">');
  });

  it('offers the same page in the other language', () => {
    const html = renderToStaticMarkup(layout());

    expect(html).toContain('href="/tilsyn?side=2&amp;sprog=en"');
    expect(renderToStaticMarkup(layout({ voice: voiceIn('en') }))).toMatch(/^<html lang="en">/);
  });

  it('tells who is signed in by role and unit, and signs out by a form', () => {
    expect(textOf(layout())).toContain('Planlægger, Socialtilsyn Midt Log af');
    expect(renderToStaticMarkup(layout())).toMatch(/<form[^>]*action="\/log-ud"[^>]*method="post"/);
    expect(renderToStaticMarkup(layout({ identity: undefined }))).not.toContain('<form');
  });

  it('marks the page one is on in the menu', () => {
    expect(renderToStaticMarkup(layout())).toContain(
      '<a href="/tilsyn" aria-current="page">Arbejdsliste</a>',
    );
  });

  it.each([
    [
      'staff',
      PLANNER,
      ['/tilsyn', '/kalender', '/opfoelgning', '/plan', '/planlaegning', '/opgaver', '/datakvalitet'],
    ],
    ["a facility's user", { role: 'FACILITY_USER', person: 'x', facilityId: 'f1' } as const, ['/tilbud/f1']],
    ['a ministry', { role: 'MINISTRY_ANALYST', person: 'x' } as const, ['/']],
    ['nobody', undefined, []],
  ])('gives %s a menu of their own pages', (_who, identity, paths) => {
    const html = renderToStaticMarkup(layout({ identity }));
    const menu = /<nav class="menu.*?<\/nav>/.exec(html)?.[0] ?? '';

    expect([...menu.matchAll(/href="([^"]+)"/g)].map(([, path]) => path)).toEqual(paths);
  });

  it('has no script and no style of its own in the page, as the security policy demands', () => {
    const html = renderToStaticMarkup(layout());

    expect(html).not.toMatch(/ style=| on\w+=|<style|<script(?![^>]*src="\/assets\/)/);
  });
});
