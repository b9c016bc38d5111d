import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { SelectField } from '../elements/select-field.view.js';
import type { AskedChange } from './read-change.js';
import type { CheckedChange, ShownVisit } from './visit.query.js';

interface ConsequencesProps {
  readonly voice: Voice;
  readonly visit: ShownVisit;
  readonly asked: AskedChange;
  readonly checked: CheckedChange;
}

const BADGES = {
  BREAKS: 'badge-error',
  WARNS: 'badge-warning',
  TELLS: 'badge-info',
  MENDS: 'badge-success',
} as const;

/** Everything that a change leads to, and the button that makes it. */
export function Consequences({ voice, visit, asked, checked }: ConsequencesProps): JSX.Element {
  const { change: words, visit: visitWords, labels, secrecy } = voice.words.planning;
  const back = `/besoeg/${visit.id}?plan=${visit.planId}`;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <Alert variant="warning" voice={voice}>
        {secrecy}
      </Alert>
      <p>
        <strong>{visit.facilityName}</strong>, {visitWords.lead(voice.week(visit.weekStart), voice.words.labels.visitMode[visit.mode])}
        <br />
        {inWords(voice, asked)}
      </p>
      <ConsequenceTable voice={voice} checked={checked} />
      <Loads voice={voice} checked={checked} />
      <Measures voice={voice} checked={checked} />
      <form method="post" action={`/besoeg/${visit.id}/ret`} className="confirm">
        {Object.entries({ plan: visit.planId, slags: asked.kind, uge: asked.weekStart, form: asked.mode, varsling: asked.form, revision: checked.revision, bevis: checked.token }).map(
          ([name, value]) => (value === undefined || value === null ? null : <input type="hidden" name={name} value={value} key={name} />),
        )}
        <SelectField id="begrundelse" label={words.reason} value={undefined} options={Object.entries(labels.reason)} anyText={visitWords.chooseReason} problems={[]} voice={voice} />
        <button className="button button-primary">{words.confirm}</button>{' '}
        <a href={back} className="button button-secondary">{words.back}</a>
      </form>
    </>
  );
} // prettier-ignore

function inWords(voice: Voice, asked: AskedChange): string {
  const { change: words, labels } = voice.words.planning;
  if (asked.kind === 'MOVED') return words.to(voice.week(asked.weekStart!));
  if (asked.kind === 'MODE_CHANGED') return words.toMode(voice.words.labels.visitMode[asked.mode!]);
  return asked.kind === 'FORM_CHANGED' ? words.toForm(labels.form[asked.form!]) : words.dropped;
}

function ConsequenceTable({ voice, checked }: Pick<ConsequencesProps, 'voice' | 'checked'>): JSX.Element {
  const { change: words } = voice.words.planning;
  const { authority } = voice.words.labels;
  if (checked.consequences.length === 0) return <p>{words.none}</p>;
  return (
    <ScrollingTable id="foelger" caption={words.table} className="narrow">
      <thead>
        <tr>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.who}</th>
          <th scope="col" className="number">
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {checked.consequences.map((each, index) => (
          <tr key={index}>
            <th scope="row">
              <strong className={`badge ${BADGES[each.severity]}`}>{words.severity[each.severity]}</strong>{' '}
              {words.consequence[each.code]}
            </th>
            <td>{each.office ?? (each.authority ? authority[each.authority] : '–')}</td>
            <td className="number">{each.amount === null ? '–' : voice.number(each.amount)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function Loads({ voice, checked }: Pick<ConsequencesProps, 'voice' | 'checked'>): JSX.Element | null {
  const { change: words, visit } = voice.words.planning;
  if (checked.loads.length === 0) return null;
  return (
    <>
      <h2>{words.loads}</h2>
      <ScrollingTable id="timer" caption={words.loads} className="narrow">
        <thead>
          <tr>
            <th scope="col">{words.office}</th>
            <th scope="col">{words.period}</th>
            {[words.available, words.before, words.after, words.left].map((text) => (
              <th scope="col" className="number" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checked.loads.map((load) => (
            <tr key={`${load.office} ${load.weekFrom}`}>
              <th scope="row">{load.office}</th>
              <td>{visit.weekRange(voice.week(load.weekFrom), voice.week(load.weekTo))}</td>
              {[load.available, load.before, load.after, load.available - load.after].map((hours, index) => (
                <td className="number" key={index}>
                  {voice.number(hours, 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}

const DECIMALS = { expectedFindings: 2, harmAvoided: 1, hours: 1, visitDays: 0, lateVisits: 0 } as const;

function Measures({ voice, checked }: Pick<ConsequencesProps, 'voice' | 'checked'>): JSX.Element {
  const { change: words } = voice.words.planning;
  return (
    <>
      <h2>{words.measures}</h2>
      <ScrollingTable id="maal" caption={words.measures} className="narrow">
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {words.before}
            </th>
            <th scope="col" className="number">
              {words.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(DECIMALS) as (keyof typeof DECIMALS)[]).map((measure) => (
            <tr key={measure}>
              <th scope="row">{words.measure[measure]}</th>
              <td className="number">{voice.number(checked.before[measure], DECIMALS[measure])}</td>
              <td className="number">{voice.number(checked.after[measure], DECIMALS[measure])}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}
