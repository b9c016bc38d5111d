import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { addressOf } from '../elements/address.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { Source } from './sources.query.js';

interface SourcesProps {
  readonly voice: Voice;
  readonly sources: readonly Source[];
  /** One register's secrecy binds them all: what another one writes is not shown either. */
  readonly hasSecretAddress: boolean;
  /** Where every attribute stands with its history. */
  readonly masterDataPath: string;
}

interface Field {
  readonly name: string;
  readonly valueOf: (source: Source) => string | null;
  /** What registers should agree on where they know it: if not, they may be about different places. */
  readonly comparedBy?: (source: Source) => string | null;
}

/** What each register says, side by side; the authorities' records are never overwritten. */
export function Sources(props: SourcesProps): JSX.Element {
  const { voice, sources, hasSecretAddress, masterDataPath } = props;
  const { facility, labels } = voice.words;
  const { sources: words } = facility;
  const order = Object.keys(labels.authority);
  const ordered = [...sources].sort((a, b) => order.indexOf(a.authority) - order.indexOf(b.authority));
  return (
    <section aria-labelledby="stamdata">
      <h2 id="stamdata">{words.heading}</h2>
      <p>{sources.length === 0 ? words.none : words.lead}</p>
      {sources.length === 0 ? null : (
        <ScrollingTable id="registre" caption={words.table} className="sources">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              {ordered.map(({ sourceKey, authority }) => (
                <th scope="col" key={sourceKey}>
                  {labels.authority[authority]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fieldsOf(voice, hasSecretAddress).map((field) => (
              <FieldRow key={field.name} voice={voice} field={field} sources={ordered} />
            ))}
          </tbody>
        </ScrollingTable>
      )}
      {sources.length === 0 ? null : (
        <p className="d-print-none">
          <a href={masterDataPath}>{voice.words.quality.masterData.link}</a>
        </p>
      )}
    </section>
  );
}

function FieldRow(props: { voice: Voice; field: Field; sources: readonly Source[] }): JSX.Element | null {
  const { voice, field, sources } = props;
  const values = sources.map(field.valueOf);
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const compared = sources
    .map((source) => field.comparedBy?.(source) ?? null)
    .filter((text) => text !== null);
  const differs = new Set(compared.map((text) => text.toLowerCase().replace(/\s+/g, ''))).size > 1;
  return (
    <tr>
      <th scope="row">
        {field.name}
        {differs ? <span className="badge badge-warning">{voice.words.facility.sources.differs}</span> : null}
      </th>
      {sources.map(({ sourceKey }, index) => (
        <td key={sourceKey}>{values[index] ?? voice.words.page.none}</td>
      ))}
    </tr>
  );
}

function fieldsOf(voice: Voice, hasSecretAddress: boolean): readonly Field[] {
  const { facility, labels } = voice.words;
  const { head, sources: words } = facility;
  return [
    { name: words.name, valueOf: (source) => source.name },
    { name: words.parentName, valueOf: (source) => source.parentName },
    {
      name: head.address,
      valueOf: ({ address }) =>
        hasSecretAddress || address ? addressOf({ hasSecretAddress, address }, voice) : null,
      comparedBy: ({ address }) =>
        hasSecretAddress || !address ? null : `${address.street} ${address.postalCode ?? ''}`,
    },
    number(head.cvr, (source) => source.cvrNumber),
    number(head.pNumber, (source) => source.pNumber),
    number(head.sor, (source) => source.sorCode),
    { name: words.type, valueOf: (source) => source.typeSourceTerm },
    { name: words.status, valueOf: (source) => source.statusSourceTerm },
    {
      name: head.unit,
      valueOf: ({ responsibleUnit }) => responsibleUnit && labels.unit[responsibleUnit],
    },
    { name: words.key, valueOf: (source) => source.sourceKey },
    { name: words.deliveredOn, valueOf: (source) => voice.day(source.deliveredOn) },
    { name: words.endedOn, valueOf: ({ endedOn }) => endedOn && voice.day(endedOn) },
    { name: words.rule, valueOf: (source) => voice.label(labels.linkRule, source.rule) },
    {
      name: words.confidence,
      valueOf: ({ confidence, decidedBy }) =>
        words.confidenceText(`${voice.number(confidence * 100, 1)} %`, labels.linkDecision[decidedBy]),
    },
  ];
}

function number(name: string, valueOf: (source: Source) => string | null): Field {
  return { name, valueOf, comparedBy: valueOf };
}
