import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { ChangeBar } from '../facility/change-bar.view.js';
import type { ShownPair } from './matching.query.js';

type Term = ShownPair['weights'][number];

/** What each field says, as a sentence, a bar and a number; the terms add up to the total. */
export function Weights({ voice, pair }: { voice: Voice; pair: ShownPair }): JSX.Element {
  const { pair: words } = voice.words.matching;
  const widest = Math.max(1, ...pair.weights.map(({ weight }) => Math.abs(weight)));
  return (
    <section aria-labelledby="hvorfor">
      <h2 id="hvorfor">{words.why}</h2>
      <p>{words.whyText}</p>
      <ScrollingTable id="vaegte" caption={words.weights} className="contributions">
        <thead>
          <tr>
            <th scope="col">{words.term}</th>
            <th scope="col" className="bar-column">
              {words.bar}
            </th>
            <th scope="col" className="number">
              {words.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {pair.weights.map((term) => (
            <tr key={term.field}>
              <th scope="row">{termInWords(term, voice)}</th>
              <td className="bar-column">
                {term.weight === 0 ? null : <ChangeBar hundredths={term.weight} widest={widest} />}
              </td>
              <td className="number">{signed(term.weight, voice)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{words.total}</th>
            <td className="bar-column" />
            <td className="number">{signed(pair.totalWeight, voice)}</td>
          </tr>
        </tfoot>
      </ScrollingTable>
    </section>
  );
}

/** "Adresse: samme adresse, taler for". */
function termInWords({ field, level, weight }: Term, voice: Voice): string {
  const { terms, levels, pair: words } = voice.words.matching;
  const name = voice.label(terms, field);
  if (field === 'PRIOR') return name;
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = levels;
  const said = voice.label(known[field] ?? {}, level);
  const direction = weight === 0 ? '' : `, ${weight > 0 ? words.speaksFor : words.speaksAgainst}`;
  return `${name}: ${said}${direction}`;
}

function signed(weight: number, voice: Voice): string {
  return `${weight > 0 ? '+' : ''}${voice.number(weight, 1)}`;
}
