import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { FindingList } from './finding-list.view.js';
import { severityInWords } from './severity-in-words.js';
import type { Finding, Visit } from './visits.query.js';

/** What an authority decided stands open; the many single scores and checkpoints behind it unfold. */
export function VisitItem({ voice, visit }: { voice: Voice; visit: Visit }): JSX.Element {
  const { labels, facility } = voice.words;
  const { visits: words } = facility;
  const decided = visit.findings.filter(({ kind }) => kind === 'OVERALL' || kind === 'REACTION');
  return (
    <li className={`visit visit-${visit.authority.toLowerCase()}`}>
      <h3 className="h5">
        <time dateTime={visit.occurredOn}>{voice.day(visit.occurredOn)}</time>
        {` – ${labels.authority[visit.authority]}`}
      </h3>
      <p className="visit-marks">
        {visit.isSerious ? <strong className="badge badge-error">{words.serious}</strong> : null}
        {visit.severity === null ? null : <span>{severityInWords(visit.severity, voice)}</span>}
        {remarksOf(visit, voice).map((remark) => (
          <span key={remark}>{remark}</span>
        ))}
      </p>
      {visit.findings.length === 0 ? <p>{words.noFindings}</p> : null}
      <FindingList voice={voice} findings={decided} />
      {(['THEME_SCORE', 'CHECKPOINT'] as const).map((kind) => (
        <Details
          key={kind}
          voice={voice}
          kind={kind}
          findings={visit.findings.filter((finding) => finding.kind === kind)}
        />
      ))}
    </li>
  );
}

function remarksOf(visit: Visit, voice: Voice): string[] {
  const { labels, facility } = voice.words;
  const { visits: words } = facility;
  return [
    visit.form ? labels.visitForm[visit.form] : undefined,
    visit.qualityModel === null ? undefined : words.qualityModel(visit.qualityModel),
    visit.availableOn === visit.occurredOn ? undefined : words.publishedOn(voice.day(visit.availableOn)),
    visit.occasionSourceTerm === null ? undefined : words.occasion(visit.occasionSourceTerm),
  ].filter((remark) => remark !== undefined);
}

interface DetailsProps {
  readonly voice: Voice;
  readonly kind: 'THEME_SCORE' | 'CHECKPOINT';
  readonly findings: readonly Finding[];
}

function Details({ voice, kind, findings }: DetailsProps): JSX.Element | null {
  const { labels, facility } = voice.words;
  if (findings.length === 0) return null;
  return (
    <details className="details">
      <summary className="details-summary">
        {facility.visits.details(labels.findingKinds[kind], findings.length)}
      </summary>
      <div className="details-text">
        <FindingList voice={voice} findings={findings} />
      </div>
    </details>
  );
}
