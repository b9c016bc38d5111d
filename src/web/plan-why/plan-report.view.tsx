import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownReport } from './plan-why.query.js';

/** The plan beside other ways to plan the same year. */
export function PlanReportPage({ voice, report }: { voice: Voice; report: ShownReport }): JSX.Element {
  const { planReport: words, labels } = voice.words;
  const { gap, riskGap } = report;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      {gap === null || riskGap === null ? null : (
        <p>{words.gaps(inPercent(gap, voice), inPercent(riskGap, voice))}</p>
      )}
      <Table
        id="maader"
        caption={words.table}
        columns={[
          words.policy,
          words.findings,
          words.harm,
          words.visits,
          words.visitDays,
          words.hours,
          words.late,
          words.missing,
        ]}
        rows={report.policies.map(({ policy, measures }) => [
          voice.label(words.policies, policy),
          voice.number(measures.expectedFindings, 1),
          voice.number(measures.harmAvoided),
          voice.number(measures.visits),
          voice.number(measures.visitDays),
          voice.number(measures.hours),
          voice.number(measures.lateVisits),
          voice.number(measures.dueNotVisited),
        ])}
      />
      <h2>{words.curve}</h2>
      <p>{words.curveText}</p>
      <Table
        id="kurve"
        caption={words.curve}
        columns={[words.burden, words.visitDays, words.findings, words.harm]}
        rows={report.curve.map((point) => [
          voice.number(point.burdenShare, 2),
          voice.number(point.visitDays),
          voice.number(point.expectedFindings, 1),
          voice.number(point.harmAvoided),
        ])}
      />
      <h2>{words.fairness}</h2>
      <p>{words.fairnessText}</p>
      <Table
        id="lighed"
        caption={words.fairness}
        columns={[words.group, words.relations, words.visited, words.ratio]}
        rows={[
          ...report.byFacilityType.map((row) => ({
            ...row,
            group: voice.label(labels.facilityType, row.group),
          })),
          ...report.byUnit.map((row) => ({ ...row, group: voice.label(labels.unit, row.group) })),
        ].map(({ group, relations, visited, ratio }) => [
          group === 'UNKNOWN' ? words.unknown : group,
          voice.number(relations),
          voice.number(visited),
          voice.number(ratio, 2),
        ])}
      />
      <h2>{words.load}</h2>
      <Table
        id="kontorer"
        caption={words.load}
        columns={[words.office, words.hours, words.capacity, words.share]}
        rows={report.offices.map(({ office, hours, capacity }) => [
          office,
          voice.number(hours),
          voice.number(capacity),
          capacity > 0 ? voice.percent(hours / capacity) : '–',
        ])}
      />
      <p>
        <a href="/plan/rapport/fil">{words.file}</a>
      </p>
    </>
  );
}

interface TableProps {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first column names the row, the others are numbers. */
function Table({ id, caption, columns, rows }: TableProps): JSX.Element {
  return (
    <ScrollingTable id={id} caption={caption}>
      <thead>
        <tr>
          {columns.map((text, index) => (
            <th scope="col" className={index > 0 ? 'number' : undefined} key={text}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells], row) => (
          <tr key={`${name} ${row}`}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td className="number" key={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function inPercent(share: number, voice: Voice): string {
  return `${voice.number(100 * share, 2)} %`;
}
