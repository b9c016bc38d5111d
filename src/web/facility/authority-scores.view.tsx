import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { Score } from './score.query.js';

/** How likely each authority is to find something serious, apart from the others, and its share of the score. */
export function AuthorityScores({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { score: words } = voice.words.facility;
  return (
    <>
      <h3>{words.authorities}</h3>
      <p>{words.authoritiesText}</p>
      <ScrollingTable id="myndighedsscorer" caption={words.authorities} className="narrow">
        <thead>
          <tr>
            <th scope="col">{words.authority}</th>
            <th scope="col">{words.likelihood}</th>
            <th scope="col" className="number">
              {words.own}
            </th>
            <th scope="col" className="number">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.authorities.map((part) => (
            <AuthorityRow key={part.authority} voice={voice} score={score} part={part} />
          ))}
          <tr>
            <th scope="row">{words.atStake}</th>
            <td />
            <td />
            <td className="number">
              {voice.change(
                score.contributions
                  .filter((term) => term.authority === null)
                  .reduce((sum, term) => sum + term.hundredths, 0),
              )}
            </td>
          </tr>
          <tr className="total">
            <th scope="row">{words.total}</th>
            <td />
            <td />
            <td className="number">{voice.points(score.points)}</td>
          </tr>
        </tbody>
      </ScrollingTable>
    </>
  );
}

interface AuthorityRowProps {
  readonly voice: Voice;
  readonly score: Score;
  readonly part: Score['authorities'][number];
}

function AuthorityRow({ voice, score, part }: AuthorityRowProps): JSX.Element {
  const { labels, facility } = voice.words;
  const { score: words } = facility;
  const { authority, probability, interval } = part;
  const notes = [
    interval
      ? words.interval(voice.percent(interval.lowProbability), voice.percent(interval.highProbability))
      : undefined,
    part.hasTooLittleData ? words.tooLittle : undefined,
    words.method[part.method],
  ].filter(Boolean);
  const share = score.contributions
    .filter((term) => term.authority === authority)
    .reduce((sum, term) => sum + term.hundredths, 0);
  return (
    <tr>
      <th scope="row">{labels.authority[authority]}</th>
      <td>
        {probability === null ? voice.words.page.none : voice.percent(probability)}
        <span className="secondary">{notes.join(' · ')}</span>
      </td>
      <td className="number">{voice.points(part.points)}</td>
      <td className="number">{voice.points(share)}</td>
    </tr>
  );
}
