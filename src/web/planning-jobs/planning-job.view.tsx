import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { calendarPath } from '../calendar/calendar-request.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { gapInWords } from './planning-jobs.view.js';
import type { Difference, ShownJob } from './planning-jobs.query.js';

interface PlanningJobProps {
  readonly voice: Voice;
  readonly job: ShownJob;
  /** Undefined while there is nothing to compare. */
  readonly differences: readonly Difference[] | undefined;
  readonly maysKeep: boolean;
}

/** One planning: how far it is and how good, and what came of it. Scripts keep it fresh; without them a link does. */
export function PlanningJobPage({ voice, job, differences, maysKeep }: PlanningJobProps): JSX.Element {
  const { jobs: words } = voice.words.planning;
  const isRunning = job.state === 'RUNNING';
  return (
    <>
      <h1>{`${words.kind[job.kind]}, ${voice.dayOf(job.startedAt)}`}</h1>
      <div id="fremdrift" aria-live="polite" {...(isRunning ? { 'data-refresh-ms': 1000 } : {})}>
        <p className="font-lead">{words.state[job.state]}</p>
        <dl className="job-facts">
          {factsOf(job, voice).map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {job.planId === null ? null : (
          <p>
            <a href={calendarPath({ planId: job.planId })} className="button button-primary">
              {words.seeDraft}
            </a>
          </p>
        )}
      </div>
      {isRunning ? (
        <div className="plan-actions">
          <a href={`/planlaegning/${job.id}`} className="button button-secondary">
            {words.look}
          </a>
          {maysKeep ? (
            <form method="post" action={`/planlaegning/${job.id}/stop`}>
              <button className="button button-secondary">{words.stop}</button>
            </form>
          ) : null}
        </div>
      ) : null}
      {differences === undefined ? null : <Differences voice={voice} differences={differences} />}
    </>
  );
}

function factsOf(job: ShownJob, voice: Voice): [string, string][] {
  const { jobs: words } = voice.words.planning;
  const number = (value: number | null): string => (value === null ? words.unknown : voice.number(value, 1));
  const step =
    job.phase === null
      ? words.unknown
      : words.step(
          voice.label(words.phase, job.phase),
          voice.number(job.done ?? 0),
          voice.number(job.total ?? 0),
        );
  return [
    [words.progress, step],
    [words.value, number(job.value)],
    [words.bound, number(job.upperBound)],
    [words.gap, job.gap === null ? words.unknown : gapInWords(job, voice)],
  ];
}

function Differences({
  voice,
  differences,
}: {
  voice: Voice;
  differences: readonly Difference[];
}): JSX.Element {
  const { jobs: words, calendar } = voice.words.planning;
  if (differences.length === 0) return <p>{words.noDifferences}</p>;
  const week = (of: { weekStart: string } | null): string => (of ? voice.week(of.weekStart) : '–');
  return (
    <>
      <h2>{words.compare}</h2>
      <ScrollingTable id="forskelle" caption={words.differences}>
        <thead>
          <tr>
            {[calendar.place, words.what, words.from, words.to, words.why].map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((each, index) => (
            <tr key={index}>
              <th scope="row">
                <a href={`/tilbud/${each.facilityId}`}>{each.facilityName}</a>
              </th>
              <td>{words.difference[each.kind]}</td>
              <td>{week(each.before)}</td>
              <td>{week(each.after)}</td>
              <td>{words.cause[each.cause]}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}
