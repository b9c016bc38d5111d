import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownDecision } from './matching.query.js';

interface DecisionListProps {
  readonly voice: Voice;
  readonly decisions: readonly ShownDecision[];
  readonly mayDecide: boolean;
  /** Where somebody who undoes one is led back to. */
  readonly backTo: string;
}

/** All that was decided, newest first; what still holds can be undone. */
export function DecisionList({ voice, decisions, mayDecide, backTo }: DecisionListProps): JSX.Element {
  const { matching, labels } = voice.words;
  const { decisions: words } = matching;
  return (
    <ScrollingTable id="afgoerelser" caption={words.table}>
      <thead>
        <tr>
          {Object.values(words.columns).map((text) => (
            <th scope="col" key={text}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <tr key={decision.id}>
            <th scope="row">
              {words.kinds[decision.kind]}
              {decision.undoneBy === null ? null : <span className="secondary">{words.undone}</span>}
            </th>
            <td className="delivered">
              {words.between(decision.leftKeys.join(', '), decision.rightKeys.join(', '))}
            </td>
            <td>{decision.reason}</td>
            <td>
              {decision.decidedBy}
              <span className="secondary">
                {labels.authority[decision.authority]}, {voice.moment(decision.decidedAt)}
              </span>
              {mayDecide && decision.kind !== 'UNDO' && decision.undoneBy === null ? (
                <UndoForm voice={voice} id={decision.id} backTo={backTo} />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function UndoForm({ voice, id, backTo }: { voice: Voice; id: string; backTo: string }): JSX.Element {
  const { matching } = voice.words;
  return (
    <details className="d-print-none">
      <summary>{matching.decisions.undo}</summary>
      <form method="post" action="/sammenfald/fortryd">
        <input type="hidden" name="afgoerelse" value={id} />
        <input type="hidden" name="tilbage" value={backTo} />
        <label className="form-label" htmlFor={`fortryd-${id}`}>
          {matching.pair.reason}
        </label>
        <input
          type="text"
          className="form-input"
          id={`fortryd-${id}`}
          name="begrundelse"
          required
          minLength={5}
          maxLength={1000}
        />
        <button className="button button-secondary">{matching.decisions.undo}</button>
      </form>
    </details>
  );
}
