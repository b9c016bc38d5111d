import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Pagination } from '../elements/pagination.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { SelectField } from '../elements/select-field.view.js';
import type { FollowUpAnswer } from './follow-up.query.js';
import { followUpPath, PER_PAGE, type FollowUpRequest } from './follow-up-request.js';

interface FollowUpProps {
  readonly voice: Voice;
  readonly request: FollowUpRequest;
  readonly answer: FollowUpAnswer;
}

const BADGES = { OVERDUE: 'badge-error', DUE_SOON: 'badge-warning', LATER: 'badge-info' } as const;

/** Open reactions with a deadline, the nearest first. */
export function FollowUps({ voice, request, answer }: FollowUpProps): JSX.Element {
  const { followUp: words, calendar } = voice.words.planning;
  const { labels, page } = voice.words;
  const { followUps, totalCount } = answer.followUps;
  const common = { voice, anyText: calendar.all, problems: [] };
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <form method="get" action="/opfoelgning" className="filters d-print-none" data-auto-submit="">
        <h2 className="sr-only">{calendar.filters}</h2>
        <div className="filter-selects">
          <SelectField {...common} id="myndighed" label={words.authority} value={request.authority} options={Object.entries(labels.authority)} />
          <SelectField {...common} id="region" label={calendar.region} value={request.region} options={answer.regions.map(({ code, name }) => [code, name])} />
          <SelectField {...common} id="frist" label={words.state} value={request.state} options={Object.entries(words.states)} />
        </div>
        <button className="button button-primary filter-button">{calendar.show}</button>
      </form>
      <p role="status" className="count">
        <strong>{words.count(voice.number(totalCount))}</strong>
      </p>
      {followUps.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ScrollingTable id="reaktioner" caption={words.table}>
          <thead>
            <tr>
              {[words.dueOn, words.place, calendar.municipality, words.authority, words.reaction, words.occurredOn].map((text) => (
                <th scope="col" key={text}>{text}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {followUps.map((each) => (
              <tr key={each.id}>
                <td>
                  {voice.shortDay(each.dueOn)} <strong className={`badge ${BADGES[each.state]}`}>{words.states[each.state]}</strong>
                </td>
                <th scope="row">
                  <a href={`/tilbud/${each.facilityId}`}>{each.facilityName}</a>
                </th>
                <td>{each.municipality ?? page.unknown}</td>
                <td>{labels.authority[each.authority]}</td>
                <td>
                  {each.sourceTerm}
                  {each.topic === null ? null : <span className="secondary">{each.topic}</span>}
                </td>
                <td>{voice.shortDay(each.occurredOn)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
      <Pagination voice={voice} page={request.page} last={Math.ceil(totalCount / PER_PAGE)} pathOf={(page) => followUpPath({ ...request, page })} />
    </>
  );
} // prettier-ignore
