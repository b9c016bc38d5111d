import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { CalendarAnswer } from './calendar.query.js';
import { StateBadge } from './state-badge.view.js';

interface VisitTableProps {
  readonly voice: Voice;
  readonly visits: CalendarAnswer['plannedVisits']['visits'];
  readonly showsWeek: boolean;
}

function whenOf(visit: VisitTableProps['visits'][number], showsWeek: boolean, voice: Voice): string {
  const { halves, noDay } = voice.words.planning.calendar;
  if (visit.visitOn === null) return showsWeek ? voice.week(visit.weekStart) : noDay;
  const day = voice.day(visit.visitOn);
  return visit.half === null ? day : `${day}, ${halves[visit.half]}`;
}

export function VisitTable({ voice, visits, showsWeek }: VisitTableProps): JSX.Element {
  const { calendar: words, labels: planLabels } = voice.words.planning;
  const { labels, page } = voice.words;
  return (
    <ScrollingTable id="besoeg" caption={words.table} className="visits">
      <thead>
        <tr>
          {[words.place, words.municipality, words.when, words.who, words.how, words.status].map((text) => (
            <th scope="col" key={text}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.id}>
            <th scope="row">
              <a href={`/besoeg/${visit.id}?plan=${visit.planId}`}>{visit.facilityName}</a>
            </th>
            <td>{visit.municipality ?? page.unknown}</td>
            <td>{whenOf(visit, showsWeek, voice)}</td>
            <td>
              {visit.parts.map((part) => (
                <span className="secondary-line" key={part.authority}>
                  {part.office}
                </span>
              ))}
            </td>
            <td>
              {labels.visitMode[visit.mode]}
              <span className="secondary">{planLabels.form[visit.form]}</span>
            </td>
            <td>
              <StateBadge voice={voice} state={visit.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
