import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { datumInWords } from './contests.view.js';
import type { Contest, Override } from './judgement.query.js';

interface TasksProps {
  readonly voice: Voice;
  /** Undefined where the reader has no part in them. */
  readonly overrides: readonly Override[] | undefined;
  readonly contests: readonly Contest[] | undefined;
}

/** What awaits somebody of the own unit: bands to confirm, contests to answer, the most urgent first. */
export function Tasks({ voice, overrides, contests }: TasksProps): JSX.Element {
  const { tasks: words } = voice.words.judgement;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      {overrides ? <Overrides voice={voice} overrides={overrides} /> : null}
      {contests ? <Contests voice={voice} contests={contests} /> : null}
    </>
  );
}

function Overrides({ voice, overrides }: { voice: Voice; overrides: readonly Override[] }): JSX.Element {
  const { tasks: words, override } = voice.words.judgement;
  const { labels } = voice.words;
  return (
    <section>
      <h2 id="bekraeft">{words.overrides}</h2>
      {overrides.length === 0 ? (
        <p>{words.noOverrides}</p>
      ) : (
        <ScrollingTable id="niveauer-venter" caption={words.overrides}>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.change}</th>
              <th scope="col">{words.by}</th>
            </tr>
          </thead>
          <tbody>
            {overrides.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <a href={`/tilbud/${each.facilityId}/vurdering`}>{each.facilityName ?? each.facilityId}</a>
                </th>
                <td>{override.fromTo(labels.band[each.modelBand], labels.band[each.band])}</td>
                <td>{override.by(each.requestedBy, voice.dayOf(each.requestedAt))}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </section>
  );
}

function Contests({ voice, contests }: { voice: Voice; contests: readonly Contest[] }): JSX.Element {
  const { tasks: words, contests: texts } = voice.words.judgement;
  return (
    <section>
      <h2 id="besvar">{words.contests}</h2>
      {contests.length === 0 ? (
        <p>{words.noContests}</p>
      ) : (
        <ScrollingTable id="indsigelser-venter" caption={words.contests}>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.datum}</th>
              <th scope="col">{words.dueOn}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {contests.map((contest) => (
              <tr key={contest.id}>
                <th scope="row">
                  <a href={`/tilbud/${contest.facilityId}/indsigelser`}>
                    {contest.facilityName ?? contest.facilityId}
                  </a>
                </th>
                <td>{datumInWords(contest, voice)}</td>
                <td>
                  {voice.day(contest.answerDueOn)}
                  {contest.isOverdue ? <strong className="secondary">{texts.overdue}</strong> : null}
                </td>
                <td>{texts.states[contest.state]}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </section>
  );
}
