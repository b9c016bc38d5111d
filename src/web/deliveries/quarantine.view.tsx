import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { lastPage } from '../elements/offset-paging.js';
import { Pagination } from '../elements/pagination.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { Quarantine, ShownRow } from './quarantine.query.js';

interface QuarantineProps {
  readonly voice: Voice;
  readonly quarantine: Quarantine;
  readonly page: number;
  readonly mayMend: boolean;
  /** A row was mended just now. */
  readonly isMended: boolean;
}

/** Files whose broken rows nobody is shown: which of the five socialtilsyn owns one cannot be told. */
const HIDDEN = 'socialtilsynet/henvendelser.csv';

export function QuarantinePage(props: QuarantineProps): JSX.Element {
  const { voice, quarantine, page, mayMend, isMended } = props;
  const { quarantine: words } = voice.words.deliveries;
  const shownFiles = quarantine.files.filter(({ file }) => file !== HIDDEN);
  const total = shownFiles.reduce((sum, file) => sum + file.quarantined, 0);
  const isHiding = quarantine.files.some(({ file, quarantined }) => file === HIDDEN && quarantined > 0);
  return (
    <>
      <h1>{words.title}</h1>
      {isMended ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {voice.words.deliveries.row.done}
          </Alert>
        </div>
      ) : null}
      <p className="font-lead">{words.lead}</p>
      {isHiding ? <p>{words.hidden}</p> : null}
      {quarantine.quarantinedRows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <RowTable voice={voice} rows={quarantine.quarantinedRows} mayMend={mayMend} />
      )}
      <Pagination
        voice={voice}
        page={page}
        last={lastPage(total)}
        pathOf={(number) => `/leverancer/${quarantine.id}/karantaene?side=${number}`}
      />
    </>
  );
}

function RowTable(props: { voice: Voice; rows: readonly ShownRow[]; mayMend: boolean }): JSX.Element {
  const { voice, rows, mayMend } = props;
  const { quarantine: words } = voice.words.deliveries;
  return (
    <ScrollingTable id="raekker" caption={words.table} className="quarantine">
      <thead>
        <tr>
          {Object.values(words.columns).map((text) => (
            <th scope="col" key={text}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{words.line(row.file, voice.number(row.lineNumber))}</th>
            <td>{words.reasons[row.reason]}</td>
            <td>{row.field ?? voice.words.page.none}</td>
            <td className="delivered">{row.value ?? voice.words.page.none}</td>
            <td>{mendInWords(voice, row)}</td>
            <td>
              <Mended voice={voice} row={row} />
              {mayMend && !isTaken(row) ? (
                <a href={`/leverancer/raekker/${row.id}`}>{words.mendLine(voice.number(row.lineNumber))}</a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function isTaken({ mended }: ShownRow): boolean {
  return mended?.state === 'WAITING' || mended?.state === 'APPLIED' || mended?.state === 'WITHDRAWN';
}

/** Who mended it, when and why. */
export function Mended({ voice, row }: { voice: Voice; row: ShownRow }): JSX.Element | null {
  const { quarantine: words } = voice.words.deliveries;
  const { mended } = row;
  if (!mended) return null;
  return (
    <>
      <strong>{words.mended[mended.state]}</strong>
      <span className="secondary">
        {words.mendedBy(mended.mendedBy, voice.moment(mended.mendedAt), mended.reason)}
      </span>
      {mended.isRepeated ? <span className="secondary">{words.repeated}</span> : null}
      {mended.message === null ? null : <span className="secondary">{mended.message}</span>}
    </>
  );
}

/** The register's reader writes its advice in English; in Danish each kind of fault has its own. */
export function mendInWords(voice: Voice, { reason, mend }: Pick<ShownRow, 'reason' | 'mend'>): string {
  return voice.language === 'en' ? mend : voice.words.deliveries.quarantine.mends[reason];
}
