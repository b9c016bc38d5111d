import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { Problem } from '../elements/error-summary.view.js';
import { SelectField } from '../elements/select-field.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { Identity } from '../page/page-context.js';
import type { Draft } from '../elements/draft.js';
import type { JudgedFacility, JudgementAnswer, SeriousEvent } from './judgement.query.js';

export const EVENT_FIELDS = {
  kind: 'haendelse',
  occurredOn: 'sket',
  sharing: 'deling',
  description: 'beskrivelse',
} as const;
export const SHARINGS = ['ALLE', 'ENHED', 'HENVENDELSE'] as const;

interface SectionProps {
  readonly voice: Voice;
  readonly facility: JudgedFacility;
  readonly answer: JudgementAnswer;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly identity: Identity;
  readonly mayDecide: boolean;
}

/** Serious events of the place, open ones first, and the forms that report and resolve them. */
export function EventSection(props: SectionProps): JSX.Element {
  const { voice, facility, mayDecide } = props;
  const { events: words } = voice.words.judgement;
  return (
    <section aria-labelledby="haendelser">
      <h2 id="haendelser">{words.heading}</h2>
      <p>{words.lead}</p>
      {facility.seriousEvents.length === 0 ? <p>{words.none}</p> : null}
      <ol className="timeline">
        {facility.seriousEvents.map((event) => (
          <EventItem key={event.id} {...props} event={event} />
        ))}
      </ol>
      {mayDecide ? <ReportForm {...props} /> : null}
    </section>
  );
}

function EventItem(props: SectionProps & { event: SeriousEvent }): JSX.Element {
  const { voice, event, facility, identity, mayDecide } = props;
  const { events: words } = voice.words.judgement;
  const { unit } = voice.words.labels;
  const isOpen = event.resolvedAt === null;
  return (
    <li className="visit">
      <h3 className="h5">
        {voice.text(event.label)}
        {event.secrecy === 'OWNER_ONLY' ? ` (${words.ownUnitOnly})` : null}
      </h3>
      <p>{event.description}</p>
      <p className="note">
        {`${words.occurred(voice.day(event.occurredOn))}. ${words.reported(event.reportedBy, unit[event.unit])}.`}
      </p>
      {isOpen ? null : (
        <p>
          {`${words.resolved(event.resolvedBy ?? '', voice.dayOf(event.resolvedAt ?? ''))}: ${event.resolution ?? ''}`}
        </p>
      )}
      {isOpen && mayDecide && identity.unit === event.unit ? (
        <form
          method="post"
          action={`/tilbud/${facility.id}/vurdering/haendelse/${event.id}`}
          className="d-print-none"
        >
          <TextField
            voice={voice}
            id={`loesning-${event.id}`}
            name="loesning"
            label={words.resolution}
            rows={2}
            value={props.draft[`loesning-${event.id}`] ?? ''}
            problems={props.problems}
          />
          <button className="button button-secondary">{words.resolve}</button>
        </form>
      ) : null}
    </li>
  );
}

function ReportForm({ voice, facility, answer, draft, problems }: SectionProps): JSX.Element {
  const { events: words, dayHint, textHint } = voice.words.judgement;
  const shared = { voice, problems };
  return (
    <form method="post" action={`/tilbud/${facility.id}/vurdering/haendelse`} className="d-print-none">
      <h3>{words.report}</h3>
      <SelectField
        {...shared}
        id={EVENT_FIELDS.kind}
        label={words.kind}
        value={draft[EVENT_FIELDS.kind]}
        anyText="–"
        options={answer.seriousEventKinds.map(({ code, label }) => [code, voice.text(label)])}
      />
      <TextField
        {...shared}
        id={EVENT_FIELDS.occurredOn}
        label={words.occurredOn}
        hint={dayHint}
        value={draft[EVENT_FIELDS.occurredOn] ?? ''}
      />
      <SelectField
        {...shared}
        id={EVENT_FIELDS.sharing}
        label={words.sharing}
        value={draft[EVENT_FIELDS.sharing]}
        anyText="–"
        options={[
          ['ALLE', words.shared],
          ['ENHED', words.own],
          ['HENVENDELSE', words.concern],
        ]}
      />
      <TextField
        {...shared}
        id={EVENT_FIELDS.description}
        label={words.description}
        hint={textHint}
        rows={4}
        value={draft[EVENT_FIELDS.description] ?? ''}
      />
      <button className="button button-primary">{words.submit}</button>
    </form>
  );
}
