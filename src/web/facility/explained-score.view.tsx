import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { Contributions } from './contributions.view.js';
import type { Score } from './score.query.js';

export function ExplainedScore({ voice, score }: { voice: Voice; score: Score | null }): JSX.Element {
  const { score: words } = voice.words.facility;
  return (
    <section aria-labelledby="score">
      <h2 id="score">{words.heading}</h2>
      {score ? (
        <>
          <ul className="explanation">
            {score.explanation.map((sentence) => (
              <li key={sentence.da}>{voice.text(sentence)}</li>
            ))}
          </ul>
          <AuthorityScores voice={voice} score={score} />
          <Contributions voice={voice} score={score} />
          <Missing voice={voice} score={score} />
          <Basis voice={voice} score={score} />
        </>
      ) : (
        <p>{words.none}</p>
      )}
    </section>
  );
}

function AuthorityScores({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { facility, labels } = voice.words;
  const { score: words } = facility;
  return (
    <>
      <h3>{words.authorities}</h3>
      <p>{words.authoritiesText}</p>
      <ScrollingTable id="myndighedsscorer" caption={words.authorities} className="narrow">
        <thead>
          <tr>
            <th scope="col">{words.authority}</th>
            <th scope="col" className="number">
              {words.own}
            </th>
            <th scope="col" className="number">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.authorities.map(({ authority, points }) => (
            <tr key={authority}>
              <th scope="row">{labels.authority[authority]}</th>
              <td className="number">{voice.points(points)}</td>
              <td className="number">
                {voice.points(
                  score.contributions
                    .filter((term) => term.authority === authority)
                    .reduce((sum, term) => sum + term.hundredths, 0),
                )}
              </td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{words.total}</th>
            <td />
            <td className="number">{voice.points(score.points)}</td>
          </tr>
        </tbody>
      </ScrollingTable>
    </>
  );
}

function Missing({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { score: words } = voice.words.facility;
  const missing = new Set(
    score.authorities.flatMap((part) => part.missing.map((label) => voice.text(label))),
  );
  return (
    <>
      <h3>{words.missing}</h3>
      <p>{missing.size === 0 ? words.nothingMissing : words.missingText}</p>
      {missing.size === 0 ? null : (
        <ul>
          {[...missing].map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Basis({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { score: words } = voice.words.facility;
  const sentences = score.authorities.map(({ modelVersion, trainedThrough }) =>
    words.basis(voice.number(modelVersion), voice.day(trainedThrough), voice.day(score.asOf)),
  );
  return <p className="note">{[...new Set(sentences)].join(' ')}</p>;
}
