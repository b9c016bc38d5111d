import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { StateBadge } from '../calendar/state-badge.view.js';
import type { ShownVisit } from './visit.query.js';

interface PartBoxProps {
  readonly voice: Voice;
  readonly part: ShownVisit['parts'][number];
  readonly isPinned: boolean;
}

/** One authority's part: a legal act of its own. */
export function PartBox({ voice, part, isPinned }: PartBoxProps): JSX.Element {
  const { labels, planning, page } = voice.words;
  const { visit: words } = planning;
  const facts: [string, string][] = [
    [words.office, part.office],
    ...(part.inspectors.length > 0
      ? [[words.inspectors, part.inspectors.join(', ')] as [string, string]]
      : []),
    [words.hours, voice.number(part.hours, 1)],
    [words.latestOn, part.latestOn === null ? page.none : voice.day(part.latestOn)],
    [words.form, planning.labels.form[part.form]],
    [
      words.whyNow,
      [
        ...(part.isDrawn ? [words.isDrawn] : []),
        ...part.reasons.map((reason) => voice.label(labels.plannedReason, reason)),
      ].join('; '),
    ],
  ];
  if (part.answerReason !== null) facts.push([words.because, planning.labels.reason[part.answerReason]]);
  return (
    <section className="legal-act">
      <h3 className="h4">{labels.unit[part.responsibleUnit]}</h3>
      <p>
        <StateBadge voice={voice} state={part.state} />
        {part.proposedWeek === null ? null : ` ${words.proposes(voice.week(part.proposedWeek))}`}
        {isPinned ? <span className="secondary">{words.pinned}</span> : null}
      </p>
      <dl>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
