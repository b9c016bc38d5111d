import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { VisitItem } from './visit-item.view.js';
import type { Visit } from './visits.query.js';

interface VisitsProps {
  readonly voice: Voice;
  readonly visits: readonly Visit[];
  readonly showsAllVisits: boolean;
  readonly mayHaveMoreVisits: boolean;
}

/** The history as the three authorities tell it, newest first. */
export function Visits({ voice, visits, showsAllVisits, mayHaveMoreVisits }: VisitsProps): JSX.Element {
  const { visits: words } = voice.words.facility;
  return (
    <section aria-labelledby="besoeg">
      <h2 id="besoeg">{words.heading}</h2>
      {visits.length === 0 ? <p>{words.none}</p> : <p>{words.lead}</p>}
      <ol className="timeline">
        {visits.map((visit) => (
          <VisitItem key={visit.visitKey} voice={voice} visit={visit} />
        ))}
      </ol>
      {showsAllVisits || mayHaveMoreVisits ? (
        <p className="d-print-none">
          <a href={showsAllVisits ? '?#besoeg' : '?besoeg=alle#besoeg'}>
            {showsAllVisits ? words.showFewer : words.showAll}
          </a>
        </p>
      ) : null}
    </section>
  );
}
