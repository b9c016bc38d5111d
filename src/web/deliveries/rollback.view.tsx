import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { Consequences, ShownDelivery, ShownRun } from './deliveries.query.js';
import { sourceInWords } from './source-in-words.js';

export const REASON_FIELD = 'begrundelse';

interface RollbackPageProps {
  readonly voice: Voice;
  readonly run: ShownRun;
  readonly delivery: ShownDelivery;
  readonly consequences: Consequences;
  readonly reason: string;
  readonly problems: readonly Problem[];
}

/** What rolling back leads to comes before the button. */
export function RollbackPage(props: RollbackPageProps): JSX.Element {
  const { voice, run, delivery, consequences, reason, problems } = props;
  const { rollBack: words } = voice.words.deliveries;
  const order = Object.keys(words.consequences) as (keyof Consequences)[];
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      <h1>{words.title}</h1>
      <p className="font-lead">
        {words.what(sourceInWords(delivery.source, voice), run.dropName, voice.day(delivery.deliveredOn))}
      </p>
      <p>{words.lead}</p>
      {consequences.rows === 0 ? <p>{words.nothing}</p> : null}
      <ScrollingTable id="foelger" caption={words.table} className="narrow">
        <tbody>
          {order.map((key) => (
            <tr key={key}>
              <th scope="row">{words.consequences[key]}</th>
              <td className="number">{voice.number(consequences[key])}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <Alert variant="info" voice={voice}>
        {words.scores}
      </Alert>
      <form method="post" action={`/leverancer/${run.id}/tilbagerulning/${delivery.id}`} className="panel">
        <TextField
          id={REASON_FIELD}
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          rows={3}
          problems={problems}
          voice={voice}
        />
        <p className="actions">
          <button className="button button-primary">{words.submit}</button>
          <a href={`/leverancer/${run.id}`}>{words.cancel}</a>
        </p>
      </form>
    </>
  );
}
