import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';

type State = keyof Voice['words']['planning']['labels']['partState'];

const CLASSES: Readonly<Record<State, string>> = {
  PROPOSED: 'badge-info',
  ACCEPTED: 'badge-success',
  DECLINED: 'badge-error',
  OTHER_TIME_PROPOSED: 'badge-warning',
};

/** How far a part or a whole visit has come, in words; the colour only repeats it. */
export function StateBadge({ state, voice }: { state: State; voice: Voice }): JSX.Element {
  return (
    <strong className={`badge ${CLASSES[state]}`}>{voice.words.planning.labels.partState[state]}</strong>
  );
}
