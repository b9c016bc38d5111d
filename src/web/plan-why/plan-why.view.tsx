import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { ExplainedVisit, TriedChange } from './plan-why.query.js';

type Authority = keyof Voice['words']['labels']['authority'];

interface PlanWhyProps {
  readonly voice: Voice;
  readonly facility: { readonly id: string; readonly name: string };
  readonly authority: Authority;
  readonly told: ExplainedVisit;
  /** What somebody asked to be tried. */
  readonly tried: TriedChange | undefined;
  readonly asked: Readonly<Record<'chance' | 'timer' | 'uge', string>>;
}

/** Why an authority's visit is where it is, or missing, and what would change that. */
export function PlanWhy(props: PlanWhyProps): JSX.Element {
  const { voice, facility, authority, told } = props;
  const { planWhy: words, labels } = voice.words;
  const reasonWords = told.isPlanned ? labels.plannedReason : labels.unplannedReason;
  return (
    <>
      <h1>{`${facility.name}: ${words.title(labels.authority[authority])}`}</h1>
      <Alert variant="warning" voice={voice}>
        {words.secrecy}
      </Alert>
      <p className="font-lead">
        {told.weekStart === null ? words.missing : words.planned(voice.week(told.weekStart))}
      </p>
      <dl>
        <dt>{words.reasons}</dt>
        <dd>{told.reasons.map((reason) => voice.label(reasonWords, reason)).join('; ')}</dd>
        {told.office === null ? null : (
          <>
            <dt>{words.office}</dt>
            <dd>{told.office}</dd>
          </>
        )}
        {told.competence === null ? null : (
          <>
            <dt>{words.competence}</dt>
            <dd>{told.competence}</dd>
          </>
        )}
      </dl>
      <Weeks voice={voice} weeks={told.weeks} />
      {told.waitsFor.length === 0 ? null : (
        <p>{words.waitsFor(told.waitsFor.map((unit) => voice.label(labels.unit, unit)).join(', '))}</p>
      )}
      {told.neededProbability === null ? null : (
        <p>{words.needed(inPercent(told.neededProbability, voice))}</p>
      )}
      <Balance voice={voice} told={told} />
      {told.gap === null ? null : <p className="note">{words.gap(inPercent(told.gap, voice))}</p>}
      {told.isPlanned ? null : (
        <>
          <p className="note">{told.isConfirmed ? words.confirmed : words.unconfirmed}</p>
          <Changes {...props} />
          <WhatIf {...props} />
        </>
      )}
      <p>
        <a href="/plan/priser">{words.prices.link}</a>
      </p>
    </>
  );
}

function Weeks({ voice, weeks }: { voice: Voice; weeks: readonly string[] }): JSX.Element | null {
  const [first] = weeks;
  if (first === undefined) return null;
  return <p>{voice.words.planWhy.weeks(weeks.length, voice.week(first), voice.week(weeks.at(-1)!))}</p>;
}

function Balance({ voice, told }: { voice: Voice; told: ExplainedVisit }): JSX.Element | null {
  const { planWhy: words } = voice.words;
  const columns = [
    ...(told.balance ? [{ title: words.now, balance: told.balance }] : []),
    ...(told.alone ? [{ title: words.alone(voice.week(told.alone.weekStart)), balance: told.alone }] : []),
  ];
  if (columns.length === 0) return null;
  const rows = [
    { text: words.risk, of: ({ risk }: Balances) => risk },
    { text: words.duty, of: ({ duty }: Balances) => duty },
    { text: words.hoursCost, of: ({ hoursCost }: Balances) => -hoursCost },
    { text: words.disturbance, of: ({ disturbance }: Balances) => -disturbance },
    {
      text: words.sum,
      of: ({ risk, duty, hoursCost, disturbance }: Balances) => risk + duty - hoursCost - disturbance,
    },
  ];
  return (
    <>
      <h2>{words.balance}</h2>
      <p>{words.balanceText}</p>
      <ScrollingTable id="regnskab" caption={words.balance} className="narrow">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            {columns.map(({ title }) => (
              <th scope="col" className="number" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ text, of }) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              {columns.map(({ title, balance }) => (
                <td className="number" key={title}>
                  {voice.number(of(balance), 2)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}

type Balances = NonNullable<ExplainedVisit['alone']>;

function Changes({ voice, told }: PlanWhyProps): JSX.Element {
  const { planWhy: words } = voice.words;
  return (
    <>
      <h2>{words.changes}</h2>
      {told.changes.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <>
          <p>{words.changesText}</p>
          <ul>
            {told.changes.map((change) => (
              <li key={change.kind}>
                {changeInWords(change, voice)} {words.givesWay(change.givesWay)}
                <Giving voice={voice} visits={change.givingVisits} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function changeInWords(change: ExplainedVisit['changes'][number], voice: Voice): string {
  const { change: words } = voice.words.planWhy;
  const week = change.weekStart === null ? '' : voice.week(change.weekStart);
  switch (change.kind) {
    case 'SCORE':
      return `${words.SCORE(inPercent(change.probability ?? 0, voice))}.`;
    case 'HOURS':
      return `${words.HOURS(voice.number(change.hours ?? 0), week)}.`;
    case 'PIN':
      return `${words.PIN(week)}.`;
    default:
      return `${words.OPEN_WEEKS}.`;
  }
}

function Giving({
  voice,
  visits,
}: {
  voice: Voice;
  visits: TriedChange['givingVisits'];
}): JSX.Element | null {
  if (visits.length === 0) return null;
  const { planWhy: words, labels } = voice.words;
  return (
    <ul>
      {visits.map((visit) => (
        <li key={`${visit.facilityId} ${visit.authority} ${visit.weekStart}`}>
          <a href={`/tilbud/${visit.facilityId}`}>
            {words.givingVisit(
              visit.facilityName,
              labels.authority[visit.authority],
              voice.week(visit.weekStart),
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function WhatIf({ voice, facility, authority, tried, asked }: PlanWhyProps): JSX.Element {
  const { planWhy: words } = voice.words;
  const field = { voice, problems: [] };
  return (
    <>
      <h2>{words.whatIf}</h2>
      <p>{words.whatIfText}</p>
      {tried ? (
        <Alert variant="info" voice={voice}>
          {tried.weekStart === null ? words.wouldNotCome : words.wouldCome(voice.week(tried.weekStart))}{' '}
          {words.givesWay(tried.givesWay)}{' '}
          {words.findings(
            voice.number(tried.before.expectedFindings, 1),
            voice.number(tried.after.expectedFindings, 1),
          )}
        </Alert>
      ) : null}
      <form method="get" action={`/plan/hvorfor/${facility.id}/${authority}`}>
        <TextField {...field} id="chance" label={words.probability} value={asked.chance} />
        <button className="button button-secondary">{words.tryIt}</button>
      </form>
      <form method="get" action={`/plan/hvorfor/${facility.id}/${authority}`}>
        <TextField {...field} id="timer" label={words.hours} value={asked.timer} />
        <TextField {...field} id="timeuge" name="uge" label={words.week} value={asked.uge} />
        <button className="button button-secondary">{words.tryIt}</button>
      </form>
      <form method="get" action={`/plan/hvorfor/${facility.id}/${authority}`}>
        <TextField {...field} id="pinuge" name="uge" label={words.week} value={asked.uge} />
        <input type="hidden" name="fast" value="ja" />
        <button className="button button-secondary">{words.pin}</button>
      </form>
    </>
  );
}

/** "0,34 %" */
function inPercent(share: number, voice: Voice): string {
  return `${voice.number(100 * share, share < 0.1 ? 2 : 1)} %`;
}
