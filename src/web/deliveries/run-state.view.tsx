import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { ShownRun } from './deliveries.query.js';

const CLASSES: Readonly<Record<ShownRun['state'], string>> = {
  RUNNING: 'badge-info',
  FINISHED: 'badge-success',
  FAILED: 'badge-error',
  CANCELLED: 'badge-warning',
};

/** The state in words; the colour only repeats it. */
export function RunState({ voice, state }: { voice: Voice; state: ShownRun['state'] }): JSX.Element {
  return <span className={`badge ${CLASSES[state]}`}>{voice.words.deliveries.states[state]}</span>;
}
