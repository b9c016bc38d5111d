import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { BandBadge } from '../elements/band-badge.view.js';
import type { RiskBands, ShownFacility } from './facility.query.js';
import type { Score } from './score.query.js';

/** The score never stands alone: with it come its band, what that means and sets in motion, and that it is advice. */
export function RiskBox(props: {
  voice: Voice;
  score: Score;
  bands: RiskBands;
  standing: ShownFacility['standing'] | null;
}): JSX.Element {
  const { voice, score, bands, standing } = props;
  const counts = standing?.effectiveBand ?? score.band;
  const { standing: standingWords } = voice.words.judgement;
  const { band: words } = voice.words.facility;
  const definition = bands.find(({ band }) => band === counts);
  return (
    <section className="risk-box" aria-labelledby="risiko">
      <h2 id="risiko" className="h4">
        {words.heading}
      </h2>
      <p className="risk-value">
        <BandBadge band={counts} voice={voice} /> <strong>{words.outOf(voice.points(score.points))}</strong>
      </p>
      {standing?.override ? (
        <p>
          {`${standingWords.setBy(standing.override.requestedBy, voice.day(standing.override.expiresOn))} ${standingWords.model}: ${voice.words.labels.band[score.band]}.`}
        </p>
      ) : null}
      {score.hasTooLittleData ? <p>{words.tooLittleData}</p> : null}
      {definition ? (
        <dl>
          <dt>{words.means}</dt>
          <dd>{voice.text(definition.meaning)}</dd>
          <dt>{words.triggers}</dt>
          <dd>{voice.text(definition.triggers)}</dd>
        </dl>
      ) : null}
      <p className="note">
        {words.advice}
        {definition && !definition.isConfirmed ? ` ${words.unconfirmed}` : null}
      </p>
    </section>
  );
}
