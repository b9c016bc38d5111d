import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { Problem } from '../elements/error-summary.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { Draft } from '../elements/draft.js';
import type { Identity } from '../page/page-context.js';
import type { Share } from './selection.query.js';

export const SHARE_FIELDS = { percent: 'procent', reason: 'begrundelse' } as const;

interface ShareSectionProps {
  readonly voice: Voice;
  readonly shares: readonly Share[];
  readonly identity: Identity;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
}

/** The random share of each authority, and the forms that two people lower it with. */
export function ShareSection({ voice, shares, identity, draft, problems }: ShareSectionProps): JSX.Element {
  const { share: words } = voice.words.selection;
  const { labels } = voice.words;
  return (
    <section>
      <h2 id="andel">{words.heading}</h2>
      <ScrollingTable id="andele" caption={words.heading} className="narrow">
        <thead>
          <tr>
            <th scope="col">{words.authority}</th>
            <th scope="col" className="number">
              {words.share}
            </th>
            <th scope="col" className="number">
              {words.normal}
            </th>
            <th scope="col">{words.awaiting}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((each) => (
            <tr key={each.authority}>
              <th scope="row">{labels.authority[each.authority]}</th>
              <td className="number">{voice.percent(each.share)}</td>
              <td className="number">{voice.percent(each.normalShare)}</td>
              <td>
                <Awaiting voice={voice} share={each} identity={identity} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <form method="post" action="/udtagelse/andel" className="d-print-none">
        <h3>{words.set}</h3>
        <p>{words.setText}</p>
        <TextField
          voice={voice}
          problems={problems}
          id={SHARE_FIELDS.percent}
          label={words.percent}
          hint={words.percentHint}
          value={draft[SHARE_FIELDS.percent] ?? ''}
        />
        <TextField
          voice={voice}
          problems={problems}
          id={SHARE_FIELDS.reason}
          label={words.reason}
          rows={3}
          value={draft[SHARE_FIELDS.reason] ?? ''}
        />
        <button className="button button-primary">{words.submit}</button>
      </form>
    </section>
  );
}

function Awaiting(props: { voice: Voice; share: Share; identity: Identity }): JSX.Element {
  const { voice, share, identity } = props;
  const { share: words } = voice.words.selection;
  const { awaiting } = share;
  if (!awaiting) return <>{voice.words.page.none}</>;
  const mayAgree = identity.authority === share.authority && identity.person !== awaiting.requestedBy;
  return (
    <>
      {words.asked(voice.percent(awaiting.share), awaiting.requestedBy)}
      <span className="secondary">{awaiting.reason}</span>
      {mayAgree ? (
        <form method="post" action={`/udtagelse/andel/${awaiting.id}`} className="d-print-none">
          <button className="button button-secondary">{words.agree}</button>
        </form>
      ) : null}
    </>
  );
}
