import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { lastPage } from '../elements/offset-paging.js';
import { Pagination } from '../elements/pagination.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { SelectField } from '../elements/select-field.view.js';
import type { Queue } from './matching.query.js';
import { pairPath } from './pair-path.js';
import { queuePath, REGISTER_PAIRS, type QueueRequest } from './queue-request.js';

interface QueuePageProps {
  readonly voice: Voice;
  readonly request: QueueRequest;
  readonly queue: Queue;
}

export function QueuePage({ voice, request, queue }: QueuePageProps): JSX.Element {
  const { matching: words } = voice.words;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <Filters voice={voice} request={request} />
      {queue.totalCount === 0 ? (
        <p role="status">{words.none}</p>
      ) : (
        <>
          <p role="status">{words.count(voice.number(queue.totalCount))}</p>
          <Pairs voice={voice} queue={queue} />
        </>
      )}
      <Pagination
        voice={voice}
        page={request.page}
        last={lastPage(queue.totalCount)}
        pathOf={(page) => queuePath({ ...request, page })}
      />
    </>
  );
}

function Filters({ voice, request }: { voice: Voice; request: QueueRequest }): JSX.Element {
  const { matching: words, labels } = voice.words;
  const fields = { voice, problems: [], anyText: words.all };
  const pairs = Object.entries(REGISTER_PAIRS).map(
    ([code, [one, other]]) =>
      [code, `${labels.authority[one]} ${words.and} ${labels.authority[other]}`] as const,
  );
  return (
    <form method="get" action="/sammenfald" className="filters d-print-none" data-auto-submit="">
      <h2 className="sr-only">{words.filters}</h2>
      <div className="filter-selects">
        <SelectField
          {...fields}
          id="registre"
          label={words.registers}
          value={request.registers}
          options={pairs}
        />
        <SelectField
          {...fields}
          id="myndighed"
          label={words.authority}
          value={request.authority}
          options={Object.entries(labels.authority)}
        />
        <SelectField
          {...fields}
          anyText={words.uncertainFirst}
          id="orden"
          label={words.order}
          value={request.order}
          options={[
            ['aeldst', words.oldestFirst],
            ['pladser', words.largestFirst],
          ]}
        />
        <div className="form-group filter-submit">
          <button className="button button-primary">{words.submit}</button>
        </div>
      </div>
    </form>
  );
}

function Pairs({ voice, queue }: { voice: Voice; queue: Queue }): JSX.Element {
  const { matching: words, labels, page } = voice.words;
  return (
    <ScrollingTable id="sammenfald" caption={words.table} className="queue">
      <thead>
        <tr>
          <th scope="col">{words.columns.pair}</th>
          <th scope="col">{words.columns.registers}</th>
          <th scope="col" className="number">
            {words.columns.probability}
          </th>
        </tr>
      </thead>
      <tbody>
        {queue.pairs.map(({ leftKey, rightKey, left, right, probability }) => (
          <tr key={`${leftKey} ${rightKey}`}>
            <th scope="row">
              {left && right ? (
                <a href={pairPath(leftKey, rightKey)}>
                  {left.name} <span className="secondary">{townOf(left)}</span>
                  {right.name} <span className="secondary">{townOf(right)}</span>
                </a>
              ) : (
                words.secret
              )}
            </th>
            <td>
              {[left, right].map((record, index) => (
                <span className="secondary" key={index}>
                  {record ? labels.authority[record.authority] : page.none}
                </span>
              ))}
            </td>
            <td className="number">{voice.percent(probability)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function townOf(record: NonNullable<Queue['pairs'][number]['left']>): string | null {
  return record.municipalityName ?? record.address?.town ?? null;
}
