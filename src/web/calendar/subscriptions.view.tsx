import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { SelectField } from '../elements/select-field.view.js';
import type { SubscriptionsAnswer } from './subscriptions.query.js';

interface SubscriptionsProps {
  readonly voice: Voice;
  readonly answer: SubscriptionsAnswer;
  /** The offices of the own unit. */
  readonly offices: readonly string[];
  readonly inspectors: SubscriptionsAnswer['inspectors'];
  /** The address that was just made; shown this once. */
  readonly address: string | undefined;
}

/** The secret addresses of one employee. */
export function Subscriptions({
  voice,
  answer,
  offices,
  inspectors,
  address,
}: SubscriptionsProps): JSX.Element {
  const { subscription: words, calendar } = voice.words.planning;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <Alert variant="warning" voice={voice}>
        {words.warning}
      </Alert>
      {address === undefined ? null : (
        <div role="status">
          <Alert variant="success" voice={voice} heading={words.made}>
            <code className="address">{address}</code>
          </Alert>
        </div>
      )}
      <form method="post" action="/kalender/abonnement">
        <SelectField
          id="kontor"
          label={calendar.office}
          value={undefined}
          anyText={calendar.all}
          options={offices.map((name) => [name, name])}
          problems={[]}
          voice={voice}
        />
        <SelectField
          id="tilsynsfoerende"
          label={words.inspector}
          value={undefined}
          anyText={calendar.all}
          options={inspectors.map(({ code, office }) => [code, `${code}, ${office}`])}
          problems={[]}
          voice={voice}
        />
        <button className="button button-primary filter-button">{words.make}</button>
      </form>
      <h2>{words.own}</h2>
      {answer.calendarSubscriptions.length === 0 ? <p>{words.none}</p> : null}
      <ul className="nobullet-list decisions">
        {answer.calendarSubscriptions.map((each) => (
          <li key={each.id}>
            {each.inspector ?? each.office ?? voice.words.labels.unit[each.responsibleUnit]}
            <span className="secondary">
              {words.until(voice.dayOf(each.createdAt), voice.dayOf(each.expiresAt))}
            </span>
            <form method="post" action="/kalender/abonnement/luk">
              <input type="hidden" name="id" value={each.id} />
              <button className="button button-secondary button-small">{words.revoke}</button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
