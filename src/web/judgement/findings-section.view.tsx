import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { Problem } from '../elements/error-summary.view.js';
import { SelectField } from '../elements/select-field.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { Draft } from '../elements/draft.js';
import type { JudgedFacility } from './judgement.query.js';

export const FINDINGS_FIELDS = {
  visitedOn: 'besoegt',
  serious: 'alvorligt',
  conclusion: 'konklusion',
} as const;

interface SectionProps {
  readonly voice: Voice;
  readonly facility: JudgedFacility;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly isInspector: boolean;
}

/** What inspectors of the own unit found before they knew the score, and the form that locks it. */
export function FindingsSection({
  voice,
  facility,
  draft,
  problems,
  isInspector,
}: SectionProps): JSX.Element {
  const { blind: words, dayHint, textHint } = voice.words.judgement;
  const shared = { voice, problems };
  return (
    <section aria-labelledby="fund">
      <h2 id="fund">{words.heading}</h2>
      {facility.findingsSheets.length === 0 ? <p>{words.none}</p> : null}
      <ol className="timeline">
        {facility.findingsSheets.map((sheet) => (
          <li key={sheet.id} className="visit">
            <h3 className="h5">
              {`${voice.day(sheet.visitedOn)} – ${sheet.hasSeriousFinding ? words.foundSerious : words.foundNone}`}
            </h3>
            <p>{sheet.conclusion}</p>
            <p className="note">{`${words.locked(sheet.inspector, voice.dayOf(sheet.lockedAt))}.`}</p>
          </li>
        ))}
      </ol>
      {isInspector ? (
        <form method="post" action={`/tilbud/${facility.id}/vurdering/fund`} className="d-print-none">
          <p>{words.lead}</p>
          <TextField
            {...shared}
            id={FINDINGS_FIELDS.visitedOn}
            label={words.visitedOn}
            hint={dayHint}
            value={draft[FINDINGS_FIELDS.visitedOn] ?? ''}
          />
          <SelectField
            {...shared}
            id={FINDINGS_FIELDS.serious}
            label={words.serious}
            value={draft[FINDINGS_FIELDS.serious]}
            anyText="–"
            options={[
              ['JA', words.yes],
              ['NEJ', words.no],
            ]}
          />
          <TextField
            {...shared}
            id={FINDINGS_FIELDS.conclusion}
            label={words.conclusion}
            hint={textHint}
            rows={4}
            value={draft[FINDINGS_FIELDS.conclusion] ?? ''}
          />
          <button className="button button-primary">{words.submit}</button>
        </form>
      ) : null}
    </section>
  );
}
