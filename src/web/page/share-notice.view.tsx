import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import type { ReducedShares } from './reduced-shares.js';

/** Stands on every page of staff while the random share of any authority is below the normal one. */
export function ShareNotice(props: { voice: Voice; shares: ReducedShares }): JSX.Element | null {
  const { voice, shares } = props;
  const { selection, labels } = voice.words;
  if (shares === 'UNKNOWN') {
    return (
      <Alert variant="warning" voice={voice}>
        {selection.unknown}
      </Alert>
    );
  }
  if (shares.length === 0) return null;
  return (
    <Alert variant="warning" voice={voice} heading={selection.reduced}>
      <ul>
        {shares.map(({ authority, share, normalShare }) => (
          <li key={authority}>
            {selection.reducedText(
              labels.authority[authority],
              voice.percent(share),
              voice.percent(normalShare),
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
