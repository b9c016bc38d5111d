import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { addressOf } from '../elements/address.js';
import { lastPage } from '../elements/offset-paging.js';
import { Pagination } from '../elements/pagination.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { OperatorPlacesAnswer } from './operator-places.query.js';

interface OperatorPlacesProps {
  readonly voice: Voice;
  readonly page: number;
  readonly answer: OperatorPlacesAnswer;
}

/** What somebody who runs several places starts from: their places by name, each with the way to what is known of it. */
export function OperatorPlaces({ voice, page, answer }: OperatorPlacesProps): JSX.Element {
  const { labels } = voice.words;
  const words = voice.words.home.operator;
  const { edges, totalCount } = answer;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      {totalCount === 0 ? (
        <p>{words.none}</p>
      ) : (
        <p className="count">
          <strong>{words.count(voice.number(totalCount))}</strong>
        </p>
      )}
      {edges.length === 0 ? null : (
        <ScrollingTable id="steder" caption={words.table}>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.municipality}</th>
              <th scope="col">{words.type}</th>
              <th scope="col" className="number">
                {words.capacity}
              </th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ node }) => (
              <tr key={node.id}>
                <th scope="row">
                  <a href={`/tilbud/${node.id}`}>{node.name}</a>
                  <span className="secondary">{addressOf(node, voice)}</span>
                </th>
                <td>{node.municipality?.name ?? voice.words.page.unknown}</td>
                <td>
                  {node.facilityType ? labels.facilityType[node.facilityType] : voice.words.page.unknown}
                </td>
                <td className="number">
                  {node.capacityPlaces === null ? voice.words.page.none : voice.number(node.capacityPlaces)}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
      <Pagination
        voice={voice}
        page={page}
        last={lastPage(totalCount)}
        pathOf={(to) => (to === 1 ? '/' : `/?side=${to}`)}
      />
    </>
  );
}
