import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownDelivery, ShownRun } from './deliveries.query.js';
import { RunState } from './run-state.view.js';
import { sourceInWords } from './source-in-words.js';

interface DeliveryPageProps {
  readonly voice: Voice;
  readonly run: ShownRun;
  /** Whoever asked for it, and colleagues of the same authority. */
  readonly mayCancel: boolean;
  readonly message: string | undefined;
}

export function DeliveryPage({ voice, run, mayCancel, message }: DeliveryPageProps): JSX.Element {
  const { run: words } = voice.words.deliveries;
  return (
    <>
      <h1>{words.title(run.dropName)}</h1>
      {message === undefined ? null : (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {message}
          </Alert>
        </div>
      )}
      <p>
        <RunState voice={voice} state={run.state} />{' '}
        {words.startedBy(run.requestedBy, voice.moment(run.startedAt))}
      </p>
      {run.state === 'RUNNING' ? <Progress voice={voice} run={run} mayCancel={mayCancel} /> : null}
      {run.state === 'CANCELLED' ? <p>{words.cancelled(run.cancelledBy ?? '')}</p> : null}
      {run.state === 'FAILED' ? (
        <Alert variant="error" voice={voice} heading={words.failed}>
          {run.message}
        </Alert>
      ) : null}
      {run.state !== 'RUNNING' && run.deliveries.length === 0 ? <p>{words.noFiles}</p> : null}
      {run.deliveries.map((delivery) => (
        <DeliverySection key={delivery.id} voice={voice} run={run} delivery={delivery} />
      ))}
    </>
  );
}

function Progress(props: Pick<DeliveryPageProps, 'voice' | 'run' | 'mayCancel'>): JSX.Element {
  const { voice, run, mayCancel } = props;
  const { run: words } = voice.words.deliveries;
  const share = run.phaseTotal ? (run.phaseDone ?? 0) / run.phaseTotal : 0;
  const phase = voice.label(words.phases, run.phase ?? 'starting');
  return (
    <section className="panel" id="indlaesning" aria-labelledby="forloeb" data-refresh-ms={2000}>
      <h2 id="forloeb">{words.running}</h2>
      <p role="status">{words.progress(phase, voice.percent(share))}</p>
      <progress value={share} max={1} aria-label={phase} />
      <p>
        <a href={`/leverancer/${run.id}`}>{words.refresh}</a>{' '}
        <span className="secondary">{words.refreshHint}</span>
      </p>
      {run.cancelledBy === null ? null : <p>{words.cancelling(run.cancelledBy)}</p>}
      {mayCancel && run.cancelledBy === null ? (
        <form method="post" action={`/leverancer/${run.id}/afbryd`}>
          <button className="button button-secondary">{words.cancel}</button>
          <p className="form-hint">{words.cancelHint}</p>
        </form>
      ) : null}
    </section>
  );
}

interface SectionProps {
  readonly voice: Voice;
  readonly run: ShownRun;
  readonly delivery: ShownDelivery;
}

function DeliverySection({ voice, run, delivery }: SectionProps): JSX.Element {
  const { run: words } = voice.words.deliveries;
  const source = sourceInWords(delivery.source, voice);
  const { rollback } = delivery;
  const quarantined = delivery.files.reduce((sum, file) => sum + file.quarantined, 0);
  const canRollBack = run.state !== 'RUNNING' && (!rollback || rollback.state === 'FAILED');
  return (
    <section aria-labelledby={`del-${delivery.id}`}>
      <h2 id={`del-${delivery.id}`}>{words.delivery(source)}</h2>
      <p>{words.deliveredOn(voice.day(delivery.deliveredOn), words.kinds[delivery.kind])}</p>
      {rollback ? <RolledBack voice={voice} rollback={rollback} /> : null}
      {delivery.files.length === 0 ? (
        <p>{run.state === 'RUNNING' ? null : words.noFiles}</p>
      ) : (
        <FileTable voice={voice} delivery={delivery} caption={words.table(source)} />
      )}
      <p className="actions d-print-none">
        {quarantined > 0 ? (
          <a href={`/leverancer/${run.id}/karantaene`}>{words.toQuarantine(voice.number(quarantined))}</a>
        ) : null}
        {canRollBack && delivery.files.length > 0 ? (
          <a href={`/leverancer/${run.id}/tilbagerulning/${delivery.id}`}>{words.rollBackWhat(source)}</a>
        ) : null}
      </p>
    </section>
  );
}

function RolledBack(props: { voice: Voice; rollback: NonNullable<ShownDelivery['rollback']> }): JSX.Element {
  const { voice, rollback } = props;
  const { run: words } = voice.words.deliveries;
  return (
    <Alert
      variant={rollback.state === 'FAILED' ? 'error' : 'warning'}
      voice={voice}
      heading={words.rolledBack[rollback.state]}
    >
      <p className="mt-0">
        {words.rolledBackBy(rollback.requestedBy, voice.moment(rollback.requestedAt), rollback.reason)}
      </p>
      {rollback.rowsWithdrawn === null ? null : (
        <p>
          {words.withdrew(
            voice.number(rollback.rowsWithdrawn),
            voice.number(rollback.unitsRemoved ?? 0),
            voice.number(rollback.visitsRemoved ?? 0),
          )}
        </p>
      )}
      {rollback.message}
    </Alert>
  );
}

function FileTable(props: { voice: Voice; delivery: ShownDelivery; caption: string }): JSX.Element {
  const { voice, delivery, caption } = props;
  const { columns, problem } = voice.words.deliveries.run;
  const { file: fileColumn, ...counts } = columns;
  return (
    <ScrollingTable id={`filer-${delivery.id}`} caption={caption} className="narrow">
      <thead>
        <tr>
          <th scope="col">{fileColumn}</th>
          {Object.values(counts).map((text) => (
            <th scope="col" className="number" key={text}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {delivery.files.map((file) => (
          <tr key={file.file}>
            <th scope="row">
              {file.file}
              {file.problem === null ? null : (
                <span className="secondary">{`${problem}: ${file.problem}`}</span>
              )}
            </th>
            {(Object.keys(counts) as (keyof typeof counts)[]).map((count) => (
              <td className="number" key={count}>
                {voice.number(file[count])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
