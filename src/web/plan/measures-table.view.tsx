import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownPlan } from './plan.query.js';

type Measure = keyof ShownPlan['measures'];

const DECIMALS: Readonly<Record<Exclude<Measure, 'jointShare'>, number>> = {
  visits: 0,
  visitDays: 0,
  expectedFindings: 1,
  harmAvoided: 0,
  hours: 0,
  mustVisits: 0,
  lateVisits: 0,
  dueNotVisited: 0,
};

interface MeasuresTableProps {
  readonly voice: Voice;
  readonly plan: ShownPlan;
  /** Undefined where the newest plan was made without one to compare with. */
  readonly cadence: ShownPlan | undefined;
}

export function MeasuresTable({ voice, plan, cadence }: MeasuresTableProps): JSX.Element {
  const { plan: words, labels } = voice.words;
  const measures = Object.keys(words.measures) as Measure[];
  const hints: Readonly<Partial<Record<Measure, string>>> = words.hints;
  return (
    <ScrollingTable id="planer" caption={words.table} className="plans">
      <thead>
        <tr>
          <th scope="col">{words.measure}</th>
          {[labels.planKind.RISK_BASED, labels.planKind.FIXED_CADENCE, words.difference].map((text) => (
            <th scope="col" className="number" key={text}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure}>
            <th scope="row">
              {words.measures[measure]}
              {hints[measure] === undefined ? null : <span className="secondary">{hints[measure]}</span>}
            </th>
            <td className="number">{inWords(measure, plan.measures[measure], voice)}</td>
            <td className="number">{cadence ? inWords(measure, cadence.measures[measure], voice) : '–'}</td>
            <td className="number">
              {cadence ? difference(measure, plan.measures[measure] - cadence.measures[measure], voice) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function inWords(measure: Measure, value: number, voice: Voice): string {
  return measure === 'jointShare' ? voice.percent(value) : voice.number(value, DECIMALS[measure]);
}

function difference(measure: Measure, value: number, voice: Voice): string {
  const amount =
    measure === 'jointShare'
      ? `${voice.number(value * 100)} ${voice.words.plan.percentagePoints}`
      : inWords(measure, value, voice);
  return `${value > 0 ? '+' : ''}${amount}`;
}
