import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import type { ShownFacility } from '../facility/facility.query.js';

interface NotesProps {
  readonly voice: Voice;
  readonly facility: ShownFacility;
  readonly asStaff: boolean;
  readonly isInspector: boolean;
}

/** What goes before the score: open serious events, that it is hidden for now, and that its data is contested. */
export function StandingNotes({ voice, facility, asStaff, isInspector }: NotesProps): JSX.Element {
  const { events, blind, contests, link } = voice.words.judgement;
  const open = (asStaff ? (facility.seriousEvents ?? []) : []).filter(
    ({ resolvedAt }) => resolvedAt === null,
  );
  const contested = facility.contests.filter(({ state }) => state === 'FILED' || state === 'TAKEN_UP');
  const judging = `/tilbud/${facility.id}/vurdering`;
  return (
    <>
      {open.map((event) => (
        <Alert
          key={event.id}
          variant="error"
          voice={voice}
          heading={`${events.open}: ${voice.text(event.label)}`}
        >
          <p>{event.description}</p>
          <p>
            {`${events.occurred(voice.day(event.occurredOn))}. ${events.openText}`}
            {event.secrecy === 'OWNER_ONLY' ? ` ${events.ownUnitOnly}.` : null}
          </p>
        </Alert>
      ))}
      {isInspector && !facility.score ? (
        <Alert variant="info" voice={voice} heading={blind.notice}>
          {`${blind.noticeText} `}
          <a href={`${judging}#fund`}>{blind.submit}</a>
        </Alert>
      ) : null}
      {asStaff && contested.length > 0 ? (
        <Alert variant="warning" voice={voice}>
          {`${contests.scoreNote(contested.length)} `}
          <a href={`/tilbud/${facility.id}/indsigelser`}>{contests.title}</a>
        </Alert>
      ) : null}
      <p className="d-print-none">
        {asStaff ? (
          <a href={judging}>{link}</a>
        ) : (
          <a href={`/tilbud/${facility.id}/indsigelser`}>{contests.link}</a>
        )}
      </p>
    </>
  );
}
