import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { FacilityRow } from './facility-row.view.js';
import { SortHeader } from './sort-header.view.js';
import type { WorkListRequest } from './work-list-request.js';
import type { ListedFacility } from './work-list.query.js';

interface FacilityTableProps {
  readonly voice: Voice;
  readonly request: WorkListRequest;
  readonly facilities: readonly ListedFacility[];
  readonly today: string;
}

export function FacilityTable({ voice, request, facilities, today }: FacilityTableProps): JSX.Element {
  const { workList } = voice.words;
  const { columns } = workList;
  const sorted = { voice, request };
  return (
    <ScrollingTable id="steder" caption={workList.table} className="work-list">
      <thead>
        <tr>
          <SortHeader {...sorted} sort="navn" text={columns.facility} />
          <SortHeader {...sorted} sort="risiko" text={columns.risk} className="number" />
          <th scope="col">{columns.dimensions}</th>
          <th scope="col">{columns.cause}</th>
          <SortHeader {...sorted} sort="kommune" text={columns.municipality} />
          <SortHeader {...sorted} sort="pladser" text={columns.places} className="number" />
          <SortHeader {...sorted} sort="besoeg" text={columns.lastVisits} />
          <th scope="col">{columns.nextVisit}</th>
        </tr>
      </thead>
      <tbody>
        {facilities.map((facility) => (
          <FacilityRow key={facility.id} voice={voice} facility={facility} today={today} />
        ))}
      </tbody>
    </ScrollingTable>
  );
}
