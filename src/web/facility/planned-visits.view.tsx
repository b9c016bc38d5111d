import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import type { ShownFacility } from './facility.query.js';
import type { PlannedVisit } from './planned-visits.query.js';

interface PlannedVisitsProps {
  readonly voice: Voice;
  readonly visits: readonly PlannedVisit[];
  /** Where somebody who keeps plans can ask why; undefined for everybody else. */
  readonly whyPath?: ((authority: string) => string) | undefined;
  readonly unplanned: NonNullable<ShownFacility['unplannedInspections']>;
}

/** For the authorities alone. A joint visit is one day at the place and several legal acts. */
export function PlannedVisits({ voice, visits, unplanned, whyPath }: PlannedVisitsProps): JSX.Element {
  const { plan: words } = voice.words.facility;
  const { labels } = voice.words;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{words.heading}</h2>
      <Alert variant="warning" voice={voice}>
        {words.secrecy}
      </Alert>
      {visits.length === 0 ? <p>{words.none}</p> : null}
      {visits.map((visit) => (
        <PlannedVisitItem key={visit.id} voice={voice} visit={visit} whyPath={whyPath} />
      ))}
      {unplanned.length === 0 ? null : (
        <>
          <h3>{words.unplanned}</h3>
          <ul>
            {unplanned.map(({ authority, reason }) => (
              <li key={authority}>
                <strong>{labels.authority[authority]}</strong>
                {`: ${voice.label(labels.unplannedReason, reason)}`}
                <Why voice={voice} href={whyPath?.(authority)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Why({ voice, href }: { voice: Voice; href: string | undefined }): JSX.Element | null {
  return href === undefined ? null : (
    <>
      {' '}
      <a href={href}>{voice.words.planWhy.why}</a>
    </>
  );
}

interface PlannedVisitItemProps extends Pick<PlannedVisitsProps, 'voice' | 'whyPath'> {
  readonly visit: PlannedVisit;
}

function PlannedVisitItem({ voice, visit, whyPath }: PlannedVisitItemProps): JSX.Element {
  const { labels, facility } = voice.words;
  return (
    <article className="planned-visit">
      <h3 className="h4">{`${voice.week(visit.weekStart)} – ${labels.visitMode[visit.mode]}`}</h3>
      <div className="legal-acts">
        {visit.parts.map((part) => (
          <LegalAct key={part.authority} voice={voice} part={part} why={whyPath?.(part.authority)} />
        ))}
      </div>
      {visit.parts.length > 1 ? <p className="note">{facility.plan.parts}</p> : null}
    </article>
  );
}

interface LegalActProps {
  readonly voice: Voice;
  readonly part: PlannedVisit['parts'][number];
  readonly why: string | undefined;
}

function LegalAct({ voice, part, why }: LegalActProps): JSX.Element {
  const { labels, facility, page } = voice.words;
  const { plan: words } = facility;
  return (
    <section className="legal-act">
      <h4 className="h5">{labels.authority[part.authority]}</h4>
      <dl>
        <dt>{words.office}</dt>
        <dd>{part.office}</dd>
        <dt>{words.hours}</dt>
        <dd>{voice.number(part.hours, 1)}</dd>
        <dt>{words.latestOn}</dt>
        <dd>{part.latestOn === null ? page.none : voice.day(part.latestOn)}</dd>
        <dt>{words.reasons}</dt>
        <dd>{part.reasons.map((reason) => voice.label(labels.plannedReason, reason)).join('; ')}</dd>
      </dl>
      <Why voice={voice} href={why} />
    </section>
  );
}
