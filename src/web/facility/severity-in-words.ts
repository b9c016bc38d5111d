import type { Voice } from '../../wording/voice.js';

/** "Alvorlighed 3 af 4: alvorlig". Unknown is not 0. */
export function severityInWords(severity: number | null, voice: Voice): string {
  const { facility, labels } = voice.words;
  const word = severity === null ? undefined : labels.severity[severity];
  return severity === null || word === undefined
    ? facility.visits.severityUnknown
    : facility.visits.severity(severity, word);
}
