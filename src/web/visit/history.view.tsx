import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { SelectField } from '../elements/select-field.view.js';
import type { ShownVisit, VisitHistory } from './visit.query.js';

interface HistoryProps {
  readonly voice: Voice;
  readonly visit: ShownVisit;
  readonly history: VisitHistory;
  readonly keepsUnit: string | undefined;
}

/** What people have decided about the visit and its place, newest first, and the way back. */
export function History(props: HistoryProps): JSX.Element {
  return (
    <>
      <Decisions {...props} />
      <Changes {...props} />
    </>
  );
}

function Decisions({ voice, visit, history, keepsUnit }: HistoryProps): JSX.Element {
  const { visit: words, labels: planLabels } = voice.words.planning;
  const { labels } = voice.words;
  return (
    <section aria-labelledby="uger">
      <h2 id="uger">{words.decisions}</h2>
      <p className="note">{words.decisionsText}</p>
      {history.planningDecisions.length === 0 ? <p>{words.noDecisions}</p> : null}
      <ul className="nobullet-list decisions">
        {history.planningDecisions.map((each) => (
          <li key={each.id}>
            {words.decision(
              words.decisionKind[each.kind],
              words.weekRange(voice.week(each.weekFrom), voice.week(each.weekTo)),
              labels.unit[each.responsibleUnit],
            )}
            <span className="secondary">{planLabels.reason[each.reason]}</span>
            {each.responsibleUnit === keepsUnit ? (
              <form method="post" action={`/besoeg/${visit.id}/beslutning/fjern`} className="d-print-none">
                <input type="hidden" name="beslutning" value={each.id} />
                <input type="hidden" name="plan" value={visit.planId} />
                <button className="button button-secondary button-small">{words.withdraw}</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {keepsUnit === undefined ? null : (
        <form method="post" action={`/besoeg/${visit.id}/beslutning`} className="d-print-none decide">
          <input type="hidden" name="plan" value={visit.planId} />
          <SelectField id="beslutning-begrundelse" name="begrundelse" label={words.because} value={undefined} options={Object.entries(planLabels.reason)} anyText={words.chooseReason} problems={[]} voice={voice} />
          <button className="button button-secondary" name="slags" value="PIN">{words.pin}</button>{' '}
          <button className="button button-secondary" name="slags" value="VETO">{words.veto}</button>
        </form>
      )}
    </section>
  );
} // prettier-ignore

function Changes({ voice, visit, history, keepsUnit }: HistoryProps): JSX.Element {
  const { visit: words, labels: planLabels } = voice.words.planning;
  const { labels } = voice.words;
  const undone = new Set(history.planChanges.map(({ undoes }) => undoes));
  return (
    <section aria-labelledby="historik">
      <h2 id="historik">{words.history}</h2>
      {history.planChanges.length === 0 ? <p>{words.noHistory}</p> : null}
      <ol className="nobullet-list decisions">
        {history.planChanges.map((each) => (
          <li key={each.revision}>
            {words.historyLine(
              words.changeKind[each.kind],
              labels.unit[each.responsibleUnit],
              voice.dayOf(each.changedAt),
            )}
            <span className="secondary">{planLabels.reason[each.reason]}</span>
            {each.responsibleUnit === keepsUnit && each.kind !== 'UNDONE' && !undone.has(each.revision) ? (
              <form method="post" action={`/besoeg/${visit.id}/fortryd`} className="d-print-none">
                <input type="hidden" name="plan" value={visit.planId} />
                <input type="hidden" name="revision" value={visit.planRevision} />
                <input type="hidden" name="fortryd" value={each.revision} />
                <button className="button button-secondary button-small">{words.undo}</button>
              </form>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
