import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { WrittenDay } from './asked-day.js';
import type { Attribute, MasterData } from './master-data.query.js';

interface MasterDataProps {
  readonly voice: Voice;
  readonly facility: MasterData;
  readonly written: WrittenDay;
  /** YYYY-MM-DD; undefined shows what is known today. */
  readonly asOf: string | undefined;
  readonly isWrong: boolean;
}

/** One register's secrecy binds them all: what another one writes of the address is not shown either. */
const OF_ADDRESS: readonly Attribute['attribute'][] = ['STREET', 'POSTAL_CODE'];

/** Every register's value of every attribute, with the day it became known; conflicts are named and not settled. */
export function MasterDataPage(props: MasterDataProps): JSX.Element {
  const { voice, facility, asOf, isWrong } = props;
  const { masterData: words } = voice.words.quality;
  const problems: Problem[] = isWrong ? [{ field: 'dag', text: words.notADay }] : [];
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      <h1>{words.title(facility.name)}</h1>
      <p className="font-lead">{words.lead}</p>
      <DayForm {...props} problems={problems} />
      {asOf === undefined ? null : (
        <p role="status">
          {words.shownAsOf(voice.day(asOf))}{' '}
          <a href={`/tilbud/${facility.id}/stamdata`}>{words.backToToday}</a>
        </p>
      )}
      {facility.hasSecretAddress ? <p>{words.secret}</p> : null}
      {facility.masterData.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Attributes voice={voice} facility={facility} />
      )}
    </>
  );
}

function DayForm(props: MasterDataProps & { problems: readonly Problem[] }): JSX.Element {
  const { voice, facility, written, isWrong } = props;
  const { masterData: words } = voice.words.quality;
  const fields = [
    ['dag', words.day, written.day, 2],
    ['maaned', words.month, written.month, 2],
    ['aar', words.year, written.year, 4],
  ] as const;
  return (
    <form method="get" action={`/tilbud/${facility.id}/stamdata`} className="filters d-print-none">
      <fieldset className={isWrong ? 'form-error' : undefined} aria-describedby="dag-hint">
        <legend className="form-label">{words.asOf}</legend>
        <span className="form-hint" id="dag-hint">
          {words.asOfHint}
        </span>
        {isWrong ? (
          <span className="form-error-message" id="dag-error">
            <span className="sr-only">{voice.words.page.errorPrefix}</span>
            {words.notADay}
          </span>
        ) : null}
        <div className="day-fields">
          {fields.map(([id, label, value, length]) => (
            <div key={id}>
              <label className="form-label" htmlFor={id}>
                {label}
              </label>
              <input
                type="text"
                inputMode="numeric"
                className={`form-input input-width-${length === 4 ? 'xs' : 'xxs'}`}
                id={id}
                name={id}
                maxLength={length}
                defaultValue={value}
                aria-invalid={isWrong ? true : undefined}
              />
            </div>
          ))}
          <button className="button button-primary">{words.submit}</button>
        </div>
      </fieldset>
    </form>
  );
}

function Attributes({ voice, facility }: { voice: Voice; facility: MasterData }): JSX.Element {
  const { labels, quality } = voice.words;
  const { masterData: words } = quality;
  const sources = sourcesIn(facility);
  const shown = facility.masterData.filter(
    ({ attribute }) => !facility.hasSecretAddress || !OF_ADDRESS.includes(attribute),
  );
  return (
    <ScrollingTable id="stamdata" caption={words.table} className="sources">
      <thead>
        <tr>
          <th scope="col">{words.attribute}</th>
          <th scope="col">{words.agreementColumn}</th>
          {sources.map(({ sourceKey, authority }) => (
            <th scope="col" key={sourceKey}>
              {labels.authority[authority]}
              <span className="secondary">{sourceKey}</span>
            </th>
          ))}
          <th scope="col">{words.earlier}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((attribute) => (
          <tr key={attribute.attribute}>
            <th scope="row">{quality.attributes[attribute.attribute]}</th>
            <td>
              <Agreement voice={voice} agreement={attribute.agreement} />
            </td>
            {sources.map(({ sourceKey }) => (
              <Value key={sourceKey} voice={voice} attribute={attribute} sourceKey={sourceKey} />
            ))}
            <td>
              <Earlier voice={voice} attribute={attribute} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function Agreement({ voice, agreement }: { voice: Voice; agreement: Attribute['agreement'] }): JSX.Element {
  const text = voice.words.quality.masterData.agreement[agreement];
  return agreement === 'CONFLICT' ? <strong className="badge badge-warning">{text}</strong> : <>{text}</>;
}

function Value(props: { voice: Voice; attribute: Attribute; sourceKey: string }): JSX.Element {
  const { voice, attribute, sourceKey } = props;
  const { masterData: words } = voice.words.quality;
  const stated = attribute.values.find((value) => value.sourceKey === sourceKey);
  if (!stated)
    return (
      <td>
        <span className="secondary">{words.saysNothing}</span>
      </td>
    );
  return (
    <td>
      {inWords(attribute, stated.value, voice)}
      <span className="secondary">{words.knownFrom(voice.shortDay(stated.knownFrom))}</span>
    </td>
  );
}

function Earlier({ voice, attribute }: { voice: Voice; attribute: Attribute }): JSX.Element {
  const { labels, quality, page } = voice.words;
  if (attribute.earlier.length === 0) return <>{page.none}</>;
  return (
    <ul className="unstyled-list">
      {attribute.earlier.map((value) => (
        <li key={`${value.sourceKey} ${value.knownFrom}`}>
          {quality.masterData.earlierValue(
            inWords(attribute, value.value, voice),
            labels.authorityShort[value.authority],
            voice.shortDay(value.knownFrom),
            value.knownTo === null ? '' : voice.shortDay(value.knownTo),
          )}
        </li>
      ))}
    </ul>
  );
}

function inWords({ attribute }: Attribute, value: string, voice: Voice): string {
  const { labels, quality } = voice.words;
  if (attribute === 'FACILITY_TYPE') return voice.label(labels.facilityType, value);
  if (attribute === 'OWNERSHIP') return voice.label(quality.masterData.ownership, value);
  return value;
}

function sourcesIn(
  facility: MasterData,
): { sourceKey: string; authority: Attribute['values'][number]['authority'] }[] {
  const stated = facility.masterData.flatMap(({ values }) => values);
  const authorities = ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'];
  return [...new Map(stated.map((value) => [value.sourceKey, value])).values()].sort(
    (a, b) =>
      authorities.indexOf(a.authority) - authorities.indexOf(b.authority) ||
      (a.sourceKey < b.sourceKey ? -1 : 1),
  );
}
