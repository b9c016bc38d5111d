import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { AuthorityScores } from './authority-scores.view.js';
import { ContestedData } from './contested-data.view.js';
import { Contributions } from './contributions.view.js';
import { Dimensions } from './dimensions.view.js';
import type { ShownFacility } from './facility.query.js';
import { LoweringChanges } from './lowering-changes.view.js';
import type { Score } from './score.query.js';

interface ExplainedScoreProps {
  readonly voice: Voice;
  readonly score: Score | null;
  readonly facility: Pick<ShownFacility, 'id' | 'contests'>;
}

export function ExplainedScore({ voice, score, facility }: ExplainedScoreProps): JSX.Element {
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
          <ContestedData voice={voice} facility={facility} />
          <AuthorityScores voice={voice} score={score} />
          <Dimensions voice={voice} score={score} />
          <Contributions voice={voice} score={score} />
          <LoweringChanges voice={voice} score={score} />
          <Missing voice={voice} score={score} />
          <Basis voice={voice} score={score} />
        </>
      ) : (
        <p>{words.none}</p>
      )}
    </section>
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
