import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { addressOf } from '../elements/address.js';
import { BandBadge } from '../elements/band-badge.view.js';
import { weekHasEnded } from '../week-has-ended.js';
import { strongestCause } from './strongest-cause.js';
import type { ListedFacility } from './work-list.query.js';

interface FacilityRowProps {
  readonly voice: Voice;
  readonly facility: ListedFacility;
  readonly today: string;
}

export function FacilityRow({ voice, facility, today }: FacilityRowProps): JSX.Element {
  const { labels, page } = voice.words;
  return (
    <tr>
      <th scope="row">
        <a href={`/tilbud/${facility.id}`}>{facility.name}</a>
        <span className="secondary">{addressOf(facility, voice)}</span>
        <OpenEvents voice={voice} events={facility.seriousEvents} />
      </th>
      <Risk voice={voice} score={facility.score} standing={facility.standing} />
      <Dimensions voice={voice} score={facility.score} />
      <Cause voice={voice} score={facility.score} />
      <td>
        {facility.municipality?.name ?? page.unknown}
        <span className="secondary">
          {facility.facilityType ? labels.facilityType[facility.facilityType] : page.unknown}
        </span>
      </td>
      <td className="number">
        {facility.capacityPlaces === null ? page.none : voice.number(facility.capacityPlaces)}
      </td>
      <LastVisits voice={voice} facility={facility} />
      <NextVisit voice={voice} visits={facility.plannedVisits} today={today} />
    </tr>
  );
}

type Score = ListedFacility['score'];

function OpenEvents(props: { voice: Voice; events: ListedFacility['seriousEvents'] }): JSX.Element {
  const { voice, events } = props;
  return (
    <>
      {events
        .filter(({ resolvedAt }) => resolvedAt === null)
        .map(({ id, label }) => (
          <strong key={id} className="badge badge-error">
            {`${voice.words.judgement.events.open}: ${voice.text(label)}`}
          </strong>
        ))}
    </>
  );
}

function Risk(props: { voice: Voice; score: Score; standing: ListedFacility['standing'] }): JSX.Element {
  const { voice, score, standing } = props;
  const { workList, judgement, labels } = voice.words;
  if (!score) return <td className="number">{workList.noScore}</td>;
  return (
    <td className="number">
      <BandBadge band={standing?.effectiveBand ?? score.band} voice={voice} />{' '}
      <span className="points">{voice.points(score.points)}</span>
      {standing && standing.effectiveBand !== score.band ? (
        <span className="secondary">{judgement.standing.modelSays(labels.band[score.band])}</span>
      ) : null}
      {score.hasTooLittleData ? <span className="secondary">{workList.tooLittleData}</span> : null}
    </td>
  );
}

/** Authority by authority, and what is at stake by itself: nothing hides behind the one value. */
function Dimensions({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { labels, page, workList } = voice.words;
  if (!score) return <td>{page.none}</td>;
  const { severity, vulnerability, documentation } = score.dimensions;
  const level = (value: number | null): string => (value === null ? page.none : voice.number(value, 1));
  const share = (value: number | null): string => (value === null ? page.none : voice.percent(value));
  return (
    <td className="pairs">
      {score.authorities.map(({ authority, probability }) => (
        <span key={authority}>
          <abbr title={labels.authority[authority]}>{labels.authorityShort[authority]}</abbr>{' '}
          <span>{share(probability)}</span>
        </span>
      ))}
      <span>
        {workList.severity} <span>{level(severity)}</span>
      </span>
      <span>
        {workList.vulnerability} <span>{level(vulnerability)}</span>
      </span>
      <span>
        {workList.documentation} <span>{share(documentation)}</span>
      </span>
    </td>
  );
}

function Cause({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { workList, labels, page } = voice.words;
  if (!score) return <td>{page.none}</td>;
  const cause = strongestCause(score.contributions);
  if (!cause) return <td>{workList.noCause}</td>;
  return (
    <td className="cause">
      {voice.text(cause.label)}
      {cause.valueText ? (
        <>
          {': '}
          <span className="nowrap">{voice.text(cause.valueText)}</span>
        </>
      ) : null}
      <span className="secondary">
        {voice.change(cause.hundredths)}
        {cause.authority ? ` (${labels.authorityShort[cause.authority]})` : null}
      </span>
    </td>
  );
}

function LastVisits({ voice, facility }: { voice: Voice; facility: ListedFacility }): JSX.Element {
  const { labels, workList } = voice.words;
  const last = [
    ['SOCIALTILSYNET', facility.lastSocialtilsynet],
    ['ARBEJDSTILSYNET', facility.lastArbejdstilsynet],
    ['STPS', facility.lastStps],
  ] as const;
  return (
    <td className="pairs">
      {last.map(([authority, visits]) => (
        <span key={authority}>
          <abbr title={labels.authority[authority]}>{labels.authorityShort[authority]}</abbr>{' '}
          {visits[0] ? (
            <time dateTime={visits[0].occurredOn}>{voice.shortDay(visits[0].occurredOn)}</time>
          ) : (
            workList.noVisit
          )}
        </span>
      ))}
    </td>
  );
}

function NextVisit(props: {
  voice: Voice;
  visits: ListedFacility['plannedVisits'];
  today: string;
}): JSX.Element {
  const { voice, visits, today } = props;
  const { labels, workList } = voice.words;
  const next = visits.find(({ weekStart }) => !weekHasEnded(weekStart, today));
  if (!next) return <td>{workList.noPlannedVisit}</td>;
  const authorities = next.parts.map(({ authority }) => labels.authorityShort[authority]);
  return (
    <td>
      <span className="nowrap">{voice.week(next.weekStart)}</span>
      <span className="secondary">
        {authorities.length > 1 ? `${workList.joint}: ${authorities.join(' + ')}` : authorities.join()}
      </span>
    </td>
  );
}
