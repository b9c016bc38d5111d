import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownPrices } from './plan-why.query.js';

/** What one more hour of each office is worth, and what deadlines cost. */
export function PlanPricesPage({ voice, prices }: { voice: Voice; prices: ShownPrices }): JSX.Element {
  const { prices: words } = voice.words.planWhy;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <ScrollingTable id="timepriser" caption={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.office}</th>
            <th scope="col">{words.competence}</th>
            <th scope="col" className="number">
              {words.mean}
            </th>
            <th scope="col" className="number">
              {words.highest}
            </th>
            <th scope="col">{words.dearest}</th>
          </tr>
        </thead>
        <tbody>
          {prices.offices.map((each) => (
            <tr key={`${each.responsibleUnit} ${each.office} ${each.competence ?? ''}`}>
              <th scope="row">{each.office}</th>
              <td>{each.competence ?? words.all}</td>
              <td className="number">{inPercent(each.mean, voice)}</td>
              <td className="number">{inPercent(each.highest, voice)}</td>
              <td>{voice.week(each.dearestWeek)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <h2>{words.duties}</h2>
      <p>
        {words.dutyText(
          voice.number(prices.dutyVisits),
          voice.number(prices.dutyHours),
          voice.number(prices.dutyHoursBeyondRisk),
        )}
      </p>
      <p>
        {words.withoutDuties(voice.number(prices.findings, 1), voice.number(prices.findingsWithoutDuties, 1))}
      </p>
    </>
  );
}

function inPercent(share: number, voice: Voice): string {
  return `${voice.number(100 * share, 1)} %`;
}
