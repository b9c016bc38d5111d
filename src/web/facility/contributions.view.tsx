import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { ChangeBar } from './change-bar.view.js';
import type { Score, Term } from './score.query.js';

/** Hundredths of a point below which a term gets no row of its own. */
const MINOR = 10;

/** The table is the chart: every term of the sum, grouped by authority, the weightiest first, with its total below. */
export function Contributions({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { score: words } = voice.words.facility;
  const widest = Math.max(
    1,
    ...score.contributions.filter(isChange).map(({ hundredths }) => Math.abs(hundredths)),
  );
  return (
    <>
      <h3>{words.terms}</h3>
      <p>{words.termsText}</p>
      <ScrollingTable id="bidrag" caption={words.terms} className="contributions">
        <thead>
          <tr>
            <th scope="col">{words.term}</th>
            <th scope="col" className="bar-column">
              {words.bar}
            </th>
            <th scope="col" className="number">
              {words.points}
            </th>
          </tr>
        </thead>
        {score.authorities.map(({ authority }) => (
          <AuthorityTerms
            key={authority}
            voice={voice}
            authority={authority}
            terms={score.contributions.filter((term) => term.authority === authority)}
            widest={widest}
          />
        ))}
        <AuthorityTerms
          voice={voice}
          authority={null}
          terms={score.contributions.filter((term) => term.authority === null)}
          widest={widest}
        />
        <tfoot>
          <tr className="total">
            <th scope="row">{words.total}</th>
            <td />
            <td className="number">{voice.points(score.points)}</td>
          </tr>
        </tfoot>
      </ScrollingTable>
    </>
  );
}

interface AuthorityTermsProps {
  readonly voice: Voice;
  /** Null: terms of the combined score alone. */
  readonly authority: Term['authority'] | null;
  readonly terms: readonly Term[];
  /** Hundredths of the longest bar of all. */
  readonly widest: number;
}

function AuthorityTerms({ voice, authority, terms, widest }: AuthorityTermsProps): JSX.Element {
  const { labels, facility } = voice.words;
  const { score: words } = facility;
  const name = authority === null ? words.atStake : labels.authority[authority];
  const baseline = terms.filter((term) => term.kind === 'BASELINE');
  const changes = terms
    .filter((term) => term.kind === 'FEATURE' || (isChange(term) && term.hundredths !== 0))
    .sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths));
  const weighty = changes.filter((term) => Math.abs(term.hundredths) >= MINOR);
  const minor = changes.filter((term) => Math.abs(term.hundredths) < MINOR);
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={3}>
          {name}
        </th>
      </tr>
      {[...baseline, ...weighty].map((term) => (
        <TermRow key={`${term.kind} ${term.key}`} voice={voice} term={term} widest={widest} />
      ))}
      {minor.length === 0 ? null : <MinorRow voice={voice} terms={minor} />}
      <tr className="subtotal">
        <th scope="row">{words.subtotal(name)}</th>
        <td />
        <td className="number">{voice.points(sumOf(terms))}</td>
      </tr>
    </tbody>
  );
}

function TermRow({ voice, term, widest }: { voice: Voice; term: Term; widest: number }): JSX.Element {
  const { labels, facility } = voice.words;
  const remarks = [
    term.sourceAuthority ? facility.score.from(labels.authority[term.sourceAuthority]) : undefined,
    term.isActionable ? facility.score.canChange : undefined,
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        {voice.text(term.label)}
        {term.valueText ? `: ${voice.text(term.valueText)}` : null}
        {remarks.length === 0 ? null : <span className="secondary">{remarks.join(' · ')}</span>}
      </th>
      <td className="bar-column">
        {isChange(term) ? <ChangeBar hundredths={term.hundredths} widest={widest} /> : null}
      </td>
      <td className="number">
        {isChange(term) ? voice.change(term.hundredths) : voice.points(term.hundredths)}
      </td>
    </tr>
  );
}

/** Terms that hardly count share a row, each still named with its points. */
function MinorRow({ voice, terms }: { voice: Voice; terms: readonly Term[] }): JSX.Element {
  return (
    <tr>
      <th scope="row">
        {voice.words.facility.score.minor(terms.length)}
        <span className="secondary">
          {terms.map((term) => `${voice.text(term.label)} ${voice.change(term.hundredths)}`).join(' · ')}
        </span>
      </th>
      <td className="bar-column" />
      <td className="number">{voice.change(sumOf(terms))}</td>
    </tr>
  );
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { hundredths }) => sum + hundredths, 0);
}

function isChange(term: Term): boolean {
  return term.kind !== 'BASELINE';
}
