import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { severityInWords } from './severity-in-words.js';
import type { Finding } from './visits.query.js';

/** Each finding in the authority's own word, with what that is on the common scale. */
export function FindingList(props: { voice: Voice; findings: readonly Finding[] }): JSX.Element | null {
  const { voice, findings } = props;
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.findingKey}>
          <span className="finding-topic">
            {finding.topic ?? voice.words.labels.findingKind[finding.kind]}
          </span>
          {': '}
          <strong>{finding.sourceTerm}</strong>
          <span className="secondary">{remarksOf(finding, voice).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

// A theme score is not put on the common scale: in law no number of low scores decides anything.
function remarksOf(finding: Finding, voice: Voice): string[] {
  const { visits: words } = voice.words.facility;
  const remarks = finding.kind === 'THEME_SCORE' ? [] : [severityInWords(finding.severity, voice)];
  if (finding.dueOn !== null) {
    remarks.push(
      words.dueOn(voice.day(finding.dueOn)),
      finding.compliedOn === null ? words.notComplied : words.compliedOn(voice.day(finding.compliedOn)),
    );
  }
  return remarks;
}
