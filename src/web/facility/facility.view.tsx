import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { StandingNotes } from '../judgement/standing-notes.view.js';
import { ExplainedScore } from './explained-score.view.js';
import { FacilityHead } from './facility-head.view.js';
import type { RiskBands, ShownFacility } from './facility.query.js';
import { OwnerScoreSection } from './owner-score.view.js';
import { PlannedVisits } from './planned-visits.view.js';
import { VisitNotices } from './visit-notices.view.js';
import { RiskBox } from './risk-box.view.js';
import { Sources } from './sources.view.js';
import { Visits } from './visits.view.js';

interface FacilityPageProps {
  readonly voice: Voice;
  readonly facility: ShownFacility;
  readonly riskBands: RiskBands;
  /** Nobody else sees scores and plans, nor that there are any: visits are unannounced. */
  readonly asStaff: boolean;
  /** Inspectors see the score when they have locked what they found. */
  readonly isInspector: boolean;
  /** Those who keep plans can ask why a visit is planned or missing. */
  readonly isKeeper?: boolean;
  readonly showsAllVisits: boolean;
  readonly mayHaveMoreVisits: boolean;
  /** For those who take care of which records belong here. */
  readonly showsDecisions?: boolean;
}

export function FacilityPage(props: FacilityPageProps): JSX.Element {
  const { voice, facility, riskBands, asStaff, isKeeper } = props;
  const score = facility.score ?? null;
  const { facility: words } = voice.words;
  return (
    <>
      <FacilityHead voice={voice} facility={facility} />
      <StandingNotes {...props} />
      {asStaff && score ? (
        <RiskBox voice={voice} score={score} bands={riskBands} standing={facility.standing ?? null} />
      ) : null}
      <nav className="sections d-print-none" aria-label={words.sections}>
        <ul>
          {asStaff ? <SectionLink id="score" text={words.score.heading} /> : null}
          <SectionLink id="besoeg" text={words.visits.heading} />
          {asStaff ? (
            <SectionLink id="plan" text={words.plan.heading} />
          ) : (
            <SectionLink id="varsler" text={words.notices.heading} />
          )}
          <SectionLink id="stamdata" text={words.sources.heading} />
        </ul>
      </nav>
      {asStaff ? <ExplainedScore voice={voice} score={score} facility={facility} /> : null}
      {asStaff && facility.ownerScore ? (
        <OwnerScoreSection voice={voice} score={facility.ownerScore} />
      ) : null}
      <Visits {...props} visits={facility.visits} />
      {asStaff ? (
        <PlannedVisits
          voice={voice}
          visits={facility.plannedVisits ?? []}
          unplanned={facility.unplannedInspections ?? []}
          whyPath={isKeeper ? (authority) => `/plan/hvorfor/${facility.id}/${authority}` : undefined}
        />
      ) : (
        <VisitNotices voice={voice} notices={facility.visitNotices} />
      )}
      <Sources
        voice={voice}
        sources={facility.sources}
        hasSecretAddress={facility.hasSecretAddress}
        masterDataPath={`/tilbud/${facility.id}/stamdata`}
      />
      {props.showsDecisions ? (
        <p className="d-print-none">
          <a href={`/tilbud/${facility.id}/enheder`}>{voice.words.matching.facility.link}</a>
        </p>
      ) : null}
    </>
  );
}

function SectionLink({ id, text }: { id: string; text: string }): JSX.Element {
  return (
    <li>
      <a href={`#${id}`}>{text}</a>
    </li>
  );
}
