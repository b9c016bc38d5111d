import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { TextField } from '../elements/text-field.view.js';
import { Mended, mendInWords } from './quarantine.view.js';
import type { RowToMend } from './quarantine.query.js';
import { REASON_FIELD } from './rollback.view.js';

export const LINE_FIELD = 'linje';
/** Cells are sent as `felt-<column>`. */
export const CELL_PREFIX = 'felt-';

/** A row as it stands in the form: what was delivered, or what somebody wrote that was still wrong. */
export interface RowDraft {
  readonly cells: RowToMend['cells'];
  readonly text: string;
  readonly reason: string;
}

interface RowFormProps {
  readonly voice: Voice;
  readonly mendable: RowToMend;
  readonly draft: RowDraft;
  readonly problems: readonly Problem[];
}

export function RowForm({ voice, mendable, draft, problems }: RowFormProps): JSX.Element {
  const { row: words, quarantine } = voice.words.deliveries;
  const { row, surplus, isWithdrawn } = mendable;
  const isTaken = row.mended?.state === 'WAITING' || row.mended?.state === 'APPLIED';
  const hasNoHeader = mendable.cells === null && row.file.endsWith('.csv');
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      <h1>{words.title(voice.number(row.lineNumber))}</h1>
      <p className="font-lead">
        {quarantine.reasons[row.reason]}
        {row.field === null ? '' : `: ${row.field}`}
        {row.value === null ? '' : ` = "${row.value}"`}
      </p>
      <p>{mendInWords(voice, row)}</p>
      <h2>{words.original}</h2>
      <p>{quarantine.line(row.file, voice.number(row.lineNumber))}</p>
      <pre className="delivered" tabIndex={0} aria-label={words.original}>
        {row.rawText}
      </pre>
      {surplus.length === 0 ? null : (
        <Alert variant="warning" voice={voice}>
          {words.surplus(surplus.map((value) => `"${value}"`).join(', '))}
        </Alert>
      )}
      {isTaken ? <Mended voice={voice} row={row} /> : null}
      {isWithdrawn ? <p>{words.withdrawn}</p> : null}
      {hasNoHeader ? <p>{words.noHeader}</p> : null}
      {isTaken || isWithdrawn || hasNoHeader ? null : (
        <Fields voice={voice} mendable={mendable} draft={draft} problems={problems} />
      )}
    </>
  );
}

function Fields({ voice, mendable, draft, problems }: RowFormProps): JSX.Element {
  const { row: words } = voice.words.deliveries;
  const { row } = mendable;
  return (
    <form method="post" action={`/leverancer/raekker/${row.id}`} className="panel row-form">
      <h2>{draft.cells ? words.fields : words.wholeLine}</h2>
      {draft.cells ? (
        <div className="cells">
          {draft.cells.map(({ column, value }) => (
            <TextField
              key={column}
              id={`${CELL_PREFIX}${column}`}
              label={column}
              value={value}
              {...(column === row.field && problems.length === 0 ? { hint: words.isWrong } : {})}
              {...(value.length > 60 ? { rows: 4 } : {})}
              problems={problems}
              voice={voice}
            />
          ))}
        </div>
      ) : (
        <TextField
          id={LINE_FIELD}
          label={words.wholeLine}
          hint={words.wholeLineHint}
          value={draft.text}
          rows={12}
          problems={problems}
          voice={voice}
        />
      )}
      <TextField
        id={REASON_FIELD}
        label={words.reason}
        hint={words.reasonHint}
        value={draft.reason}
        rows={2}
        problems={problems}
        voice={voice}
      />
      <p className="actions">
        <button className="button button-primary">{words.submit}</button>
        <a href={`/leverancer/${mendable.importRunId}/karantaene`}>{words.cancel}</a>
      </p>
    </form>
  );
}
