import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownJob } from './planning-jobs.query.js';

interface PlanningJobsProps {
  readonly voice: Voice;
  readonly jobs: readonly ShownJob[];
  readonly currentPlanId: string | undefined;
  readonly maysKeep: boolean;
}

/** The latest plannings, and the buttons that start one. */
export function PlanningJobsPage({ voice, jobs, currentPlanId, maysKeep }: PlanningJobsProps): JSX.Element {
  const { jobs: words } = voice.words.planning;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      {maysKeep ? (
        <div className="plan-actions">
          <form method="post" action="/planlaegning">
            <button className="button button-primary">{words.start}</button>
          </form>
          {currentPlanId === undefined ? null : (
            <form method="post" action="/planlaegning">
              <input type="hidden" name="plan" value={currentPlanId} />
              <button className="button button-secondary">{words.replan}</button>
            </form>
          )}
        </div>
      ) : null}
      <h2>{words.latest}</h2>
      {jobs.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ScrollingTable id="planlaegninger" caption={words.latest} className="narrow">
          <thead>
            <tr>
              <th scope="col">{words.startedAt}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.status}</th>
              <th scope="col" className="number">
                {words.gap}
              </th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.id}>
                <th scope="row">
                  <a href={`/planlaegning/${job.id}`}>{voice.dayOf(job.startedAt)}</a>
                </th>
                <td>{words.kind[job.kind]}</td>
                <td>{words.state[job.state]}</td>
                <td className="number">{gapInWords(job, voice)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </>
  );
}

/** "0,4 %" */
export function gapInWords({ gap }: ShownJob, voice: Voice): string {
  return gap === null ? '–' : `${voice.number(gap * 100, 1)} %`;
}
