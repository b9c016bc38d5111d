import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { Score } from './score.query.js';

/** What is at stake beside likelihood, each by itself, and how together they order the work list. */
export function Dimensions({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { dimensions: words } = voice.words.facility;
  const { likelihoodPoints, severity, vulnerability, documentation } = score.dimensions;
  const pointsOf = (kind: 'SEVERITY' | 'VULNERABILITY'): number =>
    score.contributions.reduce((sum, term) => sum + (term.kind === kind ? term.hundredths : 0), 0);
  const level = (value: number | null): string =>
    value === null ? voice.words.page.unknown : words.level(voice.number(value, 1));
  return (
    <>
      <h3>{words.heading}</h3>
      <dl className="facts">
        <div>
          <dt>{words.severity}</dt>
          <dd>
            {level(severity)}
            <span className="secondary">{words.severityText(voice.change(pointsOf('SEVERITY')))}</span>
          </dd>
        </div>
        <div>
          <dt>{words.vulnerability}</dt>
          <dd>
            {level(vulnerability)}
            <span className="secondary">
              {words.vulnerabilityText(voice.change(pointsOf('VULNERABILITY')))}
            </span>
          </dd>
        </div>
        <div>
          <dt>{words.documentation}</dt>
          <dd>
            {documentation === null
              ? voice.words.page.unknown
              : words.documentationShare(voice.percent(documentation))}
            <span className="secondary">{words.documentationText}</span>
          </dd>
        </div>
      </dl>
      <p>
        {words.order(
          voice.points(likelihoodPoints),
          voice.change(pointsOf('SEVERITY')),
          voice.change(pointsOf('VULNERABILITY')),
          voice.points(score.points),
        )}
      </p>
    </>
  );
}
