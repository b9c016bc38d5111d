import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { addressOf } from '../elements/address.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { TextField } from '../elements/text-field.view.js';
import { DecisionList } from './decision-list.view.js';
import type { ShownPair, ShownRecord } from './matching.query.js';
import { pairPath } from './pair-path.js';
import { Weights } from './weights.view.js';

interface PairPageProps {
  readonly voice: Voice;
  readonly pair: ShownPair;
  readonly left: ShownRecord;
  readonly right: ShownRecord;
  readonly reason: string;
  readonly problems: readonly Problem[];
  readonly mayDecide: boolean;
  readonly isDone: boolean;
}

/** Both records side by side, what speaks for and against, and the decision of a person. */
export function PairPage(props: PairPageProps): JSX.Element {
  const { voice, pair, problems, mayDecide } = props;
  const { pair: words } = voice.words.matching;
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      <h1>{words.title}</h1>
      {props.isDone ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {words.done}
          </Alert>
        </div>
      ) : null}
      <p className="font-lead">{words.probability(voice.percent(pair.probability))}</p>
      <p>
        {words.state[pair.state]} {words.decidedBy[pair.decidedBy]}
      </p>
      <SideBySide {...props} />
      <Weights voice={voice} pair={pair} />
      {mayDecide ? <DecideForm {...props} /> : null}
      <h2>{words.history}</h2>
      {pair.decisions.length === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <DecisionList
          voice={voice}
          decisions={pair.decisions}
          mayDecide={mayDecide}
          backTo={pairPath(pair.leftKey, pair.rightKey)}
        />
      )}
    </>
  );
}

function SideBySide({ voice, left, right }: PairPageProps): JSX.Element {
  const { matching, labels } = voice.words;
  const { pair: words } = matching;
  return (
    <section aria-labelledby="side-om-side">
      <h2 id="side-om-side">{words.sideBySide}</h2>
      <ScrollingTable id="enheder" caption={words.table} className="sources">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {[left, right].map(({ sourceKey, authority }) => (
              <th scope="col" key={sourceKey}>
                {labels.authority[authority]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldsOf(voice).map(([name, valueOf, isCompared = true]) => {
            const values = [valueOf(left), valueOf(right)];
            if (values.every((value) => value === null)) return null;
            const differs =
              isCompared && values.every((value) => value !== null) && !sameText(values[0]!, values[1]!);
            return (
              <tr key={name}>
                <th scope="row">
                  {name}
                  {differs ? <span className="badge badge-warning">{words.differs}</span> : null}
                </th>
                {values.map((value, index) => (
                  <td key={index}>{value ?? voice.words.page.none}</td>
                ))}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{words.facility}</th>
            {[left, right].map(({ sourceKey, facilityIds }) => (
              <td key={sourceKey}>
                {facilityIds.map((id) => (
                  <a key={id} href={`/tilbud/${id}`}>
                    {words.toFacility}
                  </a>
                ))}
              </td>
            ))}
          </tr>
        </tbody>
      </ScrollingTable>
    </section>
  );
}

type Field = readonly [name: string, valueOf: (record: ShownRecord) => string | null, isCompared?: boolean];

/** Keys and kinds are each register's own, and differ without meaning. */
function fieldsOf(voice: Voice): readonly Field[] {
  const { fields } = voice.words.matching;
  const number = (value: number | null): string | null => (value === null ? null : voice.number(value));
  return [
    [fields.name, (record) => record.name],
    [fields.parentName, (record) => record.parentName],
    [
      fields.address,
      ({ address }) => (address === null ? null : addressOf({ hasSecretAddress: false, address }, voice)),
    ],
    [fields.municipality, (record) => record.municipalityName],
    [fields.operator, (record) => record.operatorName],
    [fields.cvr, (record) => record.cvrNumber],
    [fields.pNumber, (record) => record.pNumber],
    [fields.sor, (record) => record.sorCode],
    [fields.type, (record) => record.typeSourceTerm, false],
    [fields.places, (record) => number(record.capacityPlaces)],
    [fields.employees, (record) => number(record.employees)],
    [fields.endedOn, ({ endedOn }) => endedOn && voice.day(endedOn)],
    [fields.key, (record) => record.sourceKey, false],
  ];
}

function sameText(one: string, other: string): boolean {
  const compact = (text: string): string => text.toLowerCase().replace(/[\s,.]+/g, '');
  return compact(one) === compact(other);
}

function DecideForm({ voice, pair, reason, problems }: PairPageProps): JSX.Element {
  const { pair: words } = voice.words.matching;
  return (
    <form method="post" action="/sammenfald/par" className="panel d-print-none" aria-labelledby="afgoer">
      <h2 id="afgoer">{words.decide}</h2>
      <input type="hidden" name="venstre" value={pair.leftKey} />
      <input type="hidden" name="hoejre" value={pair.rightKey} />
      <input type="hidden" name="set" value={pair.decisions[0]?.id ?? ''} />
      <TextField
        id="begrundelse"
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        rows={2}
        problems={problems}
        voice={voice}
      />
      <p className="actions">
        <button className="button button-primary" name="afgoerelse" value="MERGE">
          {words.merge}
        </button>
        <button className="button button-secondary" name="afgoerelse" value="NEVER_LINK">
          {words.neverLink}
        </button>
        <a href="/sammenfald">{words.later}</a>
      </p>
    </form>
  );
}
