import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
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
  const waiting = waitingDraft(jobs, currentPlanId);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      {waiting === undefined ? null : (
        <div role="status">
          <Alert variant="info" voice={voice} heading={words.waiting}>
            {`${causesInWords(waiting, voice)}. `}
            <a href={`/planlaegning/${waiting.id}`}>{words.seeWhat}</a>
          </Alert>
        </div>
      )}
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
                <td>
                  {words.kind[job.kind]}
                  {job.causes.length === 0 ? null : (
                    <span className="secondary">{causesInWords(job, voice)}</span>
                  )}
                </td>
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

/** The newest draft that the service made by itself of the plan in force, and that nobody has taken or replaced yet. */
function waitingDraft(jobs: readonly ShownJob[], currentPlanId: string | undefined): ShownJob | undefined {
  const [newest] = jobs.filter(({ state }) => state === 'FINISHED');
  return newest && newest.causes.length > 0 && newest.basedOn === currentPlanId ? newest : undefined;
}

function causesInWords({ causes }: ShownJob, voice: Voice): string {
  return causes.map((cause) => voice.words.planning.jobs.begunBy[cause]).join('; ');
}

/** "0,4 %" */
export function gapInWords({ gap }: ShownJob, voice: Voice): string {
  return gap === null ? '–' : `${voice.number(gap * 100, 1)} %`;
}
