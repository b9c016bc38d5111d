import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { BandBadge } from '../elements/band-badge.view.js';
import type { OwnerScore } from './owner-score.query.js';

/** The score with concerns: for the owning unit alone, apart from everything that is shared. */
export function OwnerScoreSection({ voice, score }: { voice: Voice; score: OwnerScore }): JSX.Element {
  const { ownerScore: words } = voice.words.facility;
  return (
    <section aria-labelledby="kun-os">
      <h2 id="kun-os">{words.heading}</h2>
      <Alert variant="warning" voice={voice}>
        {words.secrecy(voice.words.labels.unit[score.unit])}
      </Alert>
      <p className="risk-value">
        <BandBadge band={score.band} voice={voice} />{' '}
        <strong>{voice.words.facility.band.outOf(voice.points(score.points))}</strong>
      </p>
      <ul className="explanation">
        {score.explanation.map((sentence) => (
          <li key={sentence.da}>{voice.text(sentence)}</li>
        ))}
        <li>{words.likelihood(voice.percent(score.probability))}</li>
        <li>{words.mustVisitBy(voice.day(score.mustVisitBy))}</li>
      </ul>
      <p className="note">{words.basis(voice.day(score.asOf))}</p>
    </section>
  );
}
