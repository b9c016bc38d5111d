import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ErrorSummary, FieldError, type Problem } from '../elements/error-summary.view.js';
import { lastPage } from '../elements/offset-paging.js';
import { Pagination } from '../elements/pagination.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownRun } from './deliveries.query.js';
import { RunState } from './run-state.view.js';

export const UPLOAD_FIELD = 'drop';

interface DeliveryListProps {
  readonly voice: Voice;
  readonly runs: readonly ShownRun[];
  readonly total: number;
  readonly page: number;
  readonly problem: keyof Voice['words']['deliveries']['upload']['problems'] | undefined;
  /** Held texts are the register clerk's own affair. */
  readonly decidesTexts: boolean;
}

export function DeliveryList(props: DeliveryListProps): JSX.Element {
  const { voice, runs, total, page } = props;
  const { deliveries: words } = voice.words;
  const problems: Problem[] = props.problem
    ? [{ field: UPLOAD_FIELD, text: words.upload.problems[props.problem] }]
    : [];
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <p>
        {props.decidesTexts ? <a href="/leverancer/tekster">{words.links.heldTexts}</a> : null}
        {props.decidesTexts ? ' · ' : null}
        <a href="/datakvalitet">{words.links.quality}</a>
      </p>
      <UploadForm voice={voice} problem={problems[0]} />
      {runs.length === 0 ? <p>{words.none}</p> : <RunTable voice={voice} runs={runs} />}
      <Pagination
        voice={voice}
        page={page}
        last={lastPage(total)}
        pathOf={(number) => `/leverancer?side=${number}`}
      />
    </>
  );
}

function UploadForm({ voice, problem }: { voice: Voice; problem: Problem | undefined }): JSX.Element {
  const { upload } = voice.words.deliveries;
  return (
    <form
      method="post"
      action="/leverancer"
      encType="multipart/form-data"
      className="panel d-print-none"
      aria-labelledby="upload"
    >
      <h2 id="upload">{upload.heading}</h2>
      <div className={`form-group${problem ? ' form-error' : ''}`}>
        <label className="form-label" htmlFor={UPLOAD_FIELD}>
          {upload.label}
        </label>
        <span className="form-hint" id="drop-hint">
          {upload.hint}
        </span>
        <FieldError problem={problem} voice={voice} />
        <input
          type="file"
          id={UPLOAD_FIELD}
          name={UPLOAD_FIELD}
          accept=".tgz,.gz,application/gzip"
          aria-describedby={problem ? 'drop-hint drop-error' : 'drop-hint'}
          aria-invalid={problem ? true : undefined}
        />
      </div>
      <button className="button button-primary">{upload.submit}</button>
    </form>
  );
}

function RunTable({ voice, runs }: { voice: Voice; runs: readonly ShownRun[] }): JSX.Element {
  const { deliveries: words } = voice.words;
  return (
    <ScrollingTable id="leverancer" caption={words.table} className="run-list">
      <thead>
        <tr>
          {[words.drop, words.startedAt, words.by, words.state].map((text) => (
            <th scope="col" key={text}>
              {text}
            </th>
          ))}
          {[words.ownFiles, words.quarantined].map((text) => (
            <th scope="col" key={text} className="number">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => {
          const files = run.deliveries.flatMap((delivery) => delivery.files);
          const standing = files.filter((file) => !file.isWithdrawn);
          const waiting = standing.reduce((sum, file) => sum + file.quarantined - file.mended, 0);
          return (
            <tr key={run.id}>
              <th scope="row">
                <a href={`/leverancer/${run.id}`}>{run.dropName}</a>
              </th>
              <td>{voice.moment(run.startedAt)}</td>
              <td>{run.requestedBy}</td>
              <td>
                <RunState voice={voice} state={run.state} />
                {standing.length < files.length ? ` ${words.partlyWithdrawn}` : null}
              </td>
              <td className="number">{voice.number(files.length)}</td>
              <td className="number">{voice.number(waiting)}</td>
            </tr>
          );
        })}
      </tbody>
    </ScrollingTable>
  );
}
