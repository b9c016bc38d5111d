import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';

export type BandCode = keyof Voice['words']['labels']['band'];

const CLASSES: Readonly<Record<BandCode, string>> = {
  LOW: 'badge-success',
  MEDIUM: 'badge-info',
  HIGH: 'badge-warning',
  VERY_HIGH: 'badge-error',
};

/** The band in words; the colour only repeats it. */
export function BandBadge({ band, voice }: { band: BandCode; voice: Voice }): JSX.Element {
  return <strong className={`badge band ${CLASSES[band]}`}>{voice.words.labels.band[band]}</strong>;
}
