import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { BandBadge } from '../elements/band-badge.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { Score } from './score.query.js';

type Change = NonNullable<Score['loweringChanges']>[number];

/** What the place can do about its score: each line was scored anew with the same models. */
export function LoweringChanges({ voice, score }: { voice: Voice; score: Score }): JSX.Element {
  const { score: words } = voice.words.facility;
  const changes = score.loweringChanges;
  return (
    <>
      <h3>{words.changes}</h3>
      {changes === null ? <p>{words.changesUnknown}</p> : null}
      {changes?.length === 0 ? <p>{words.noChanges}</p> : null}
      {changes && changes.length > 0 ? (
        <>
          <p>{words.changesText}</p>
          <ScrollingTable id="aendringer" caption={words.changes} className="narrow">
            <thead>
              <tr>
                <th scope="col">{words.change}</th>
                <th scope="col">{words.band}</th>
                <th scope="col">{words.moved}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.action}>
                  <th scope="row">{voice.text(change.text)}</th>
                  <td>
                    <BandBadge band={change.band} voice={voice} />
                  </td>
                  <td>{movedInWords(change, voice)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </>
      ) : null}
    </>
  );
}

// The same fact moves in several models; it is said once for each pair of values.
function movedInWords({ authorities }: Change, voice: Voice): string {
  const { score: words } = voice.words.facility;
  const said = authorities.flatMap(({ moved }) =>
    moved.map(({ label, from, to }) =>
      words.movedFromTo(voice.text(label), voice.text(from), voice.text(to)),
    ),
  );
  return [...new Set(said)].join(' · ');
}
