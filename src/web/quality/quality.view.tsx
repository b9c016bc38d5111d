import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { Quality } from './quality.query.js';

/** What each register lacks, in numbers and in shares of its units; and where registers disagree. */
export function QualityPage({ voice, quality }: { voice: Voice; quality: Quality }): JSX.Element {
  const { quality: words } = voice.words;
  const conflicts = [...quality.conflicts].sort((a, b) => b.places - a.places);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      {quality.registers.length === 0 ? <p>{words.none}</p> : <Registers voice={voice} quality={quality} />}
      {conflicts.length === 0 ? null : (
        <section aria-labelledby="uenighed">
          <h2 id="uenighed">{words.conflicts}</h2>
          <p>{words.conflictsText}</p>
          <ScrollingTable id="konflikter" caption={words.conflictsTable} className="narrow">
            <thead>
              <tr>
                <th scope="col">{words.attribute}</th>
                <th scope="col" className="number">
                  {words.places}
                </th>
              </tr>
            </thead>
            <tbody>
              {conflicts.map(({ attribute, places }) => (
                <tr key={attribute}>
                  <th scope="row">{words.attributes[attribute]}</th>
                  <td className="number">{voice.number(places)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </section>
      )}
    </>
  );
}

type Count = keyof Voice['words']['quality']['registers'];
/** Of these a share of the register's units says little. */
const WITHOUT_SHARE: readonly Count[] = ['records', 'ended', 'quarantinedRows'];

function Registers({ voice, quality }: { voice: Voice; quality: Quality }): JSX.Element {
  const { quality: words, labels } = voice.words;
  return (
    <ScrollingTable id="mangler" caption={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.measure}</th>
          {quality.registers.map(({ authority }) => (
            <th scope="col" className="number" key={authority}>
              {labels.authority[authority]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(words.registers) as Count[]).map((count) => (
          <tr key={count}>
            <th scope="row">{words.registers[count]}</th>
            {quality.registers.map((register) => (
              <td className="number" key={register.authority}>
                {voice.number(register[count])}
                {WITHOUT_SHARE.includes(count) || register.records === 0 ? null : (
                  <span className="secondary">{voice.percent(register[count] / register.records)}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
