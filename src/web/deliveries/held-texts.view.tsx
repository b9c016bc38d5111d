import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ShownHeldText } from './quarantine.query.js';

interface HeldTextsProps {
  readonly voice: Voice;
  readonly texts: readonly ShownHeldText[];
  readonly isDecided: boolean;
}

export function HeldTexts({ voice, texts, isDecided }: HeldTextsProps): JSX.Element {
  const { heldTexts: words, quarantine } = voice.words.deliveries;
  return (
    <>
      <h1>{words.title}</h1>
      {isDecided ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {words.done}
          </Alert>
        </div>
      ) : null}
      <p className="font-lead">{words.lead}</p>
      {texts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ScrollingTable id="tekster" caption={words.table}>
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
            {texts.map(({ id, file, lineNumber, field, text }) => (
              <tr key={id}>
                <th scope="row">
                  {quarantine.line(file, voice.number(lineNumber))}
                  <span className="secondary">{field}</span>
                </th>
                <td className="delivered">{text}</td>
                <td>
                  <form method="post" action="/leverancer/tekster" className="actions">
                    <input type="hidden" name="tekst" value={id} />
                    <button className="button button-secondary" name="personnummer" value="ja">
                      {words.isNumber}
                    </button>
                    <button className="button button-secondary" name="personnummer" value="nej">
                      {words.isHarmless}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </>
  );
}
