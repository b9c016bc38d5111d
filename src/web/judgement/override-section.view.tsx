import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { BandBadge } from '../elements/band-badge.view.js';
import type { Problem } from '../elements/error-summary.view.js';
import { SelectField } from '../elements/select-field.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { Identity } from '../page/page-context.js';
import type { Draft } from '../elements/draft.js';
import type { JudgedFacility, JudgementAnswer, Override } from './judgement.query.js';

export const OVERRIDE_FIELDS = {
  band: 'niveau',
  reason: 'aarsag',
  explanation: 'forklaring',
  expiresOn: 'udloeber',
} as const;

interface SectionProps {
  readonly voice: Voice;
  readonly facility: JudgedFacility;
  readonly answer: JudgementAnswer;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly identity: Identity;
  /** Who decides here: readers of the page do not. */
  readonly mayDecide: boolean;
}

/** The band that counts beside the model's, what was set when by whom, and the form that sets another one. */
export function OverrideSection(props: SectionProps): JSX.Element | null {
  const { voice, facility } = props;
  const { standing, override: words } = voice.words.judgement;
  if (!facility.standing) return null;
  const { modelBand, effectiveBand } = facility.standing;
  return (
    <section aria-labelledby="niveauer">
      <h2 id="niveauer">{standing.heading}</h2>
      <dl className="facts">
        <div>
          <dt>{standing.effective}</dt>
          <dd>
            <BandBadge band={effectiveBand} voice={voice} />
          </dd>
        </div>
        <div>
          <dt>{standing.model}</dt>
          <dd>
            <BandBadge band={modelBand} voice={voice} />
          </dd>
        </div>
      </dl>
      {props.mayDecide ? <OverrideForm {...props} /> : null}
      <h3>{words.history}</h3>
      {facility.bandOverrides.length === 0 ? <p>{words.nobody}</p> : null}
      <ol className="timeline">
        {facility.bandOverrides.map((each) => (
          <PastOverride key={each.id} {...props} override={each} />
        ))}
      </ol>
    </section>
  );
}

function OverrideForm({ voice, facility, answer, draft, problems }: SectionProps): JSX.Element {
  const { override: words, ...all } = voice.words.judgement;
  const { labels } = voice.words;
  const model = facility.standing?.modelBand;
  const shared = { voice, problems };
  return (
    <form method="post" action={`/tilbud/${facility.id}/vurdering/niveau`} className="d-print-none">
      <h3>{words.heading}</h3>
      <p>{words.lead}</p>
      <SelectField
        {...shared}
        id={OVERRIDE_FIELDS.band}
        label={words.band}
        value={draft[OVERRIDE_FIELDS.band]}
        anyText="–"
        options={Object.entries(labels.band).filter(([band]) => band !== model)}
      />
      <SelectField
        {...shared}
        id={OVERRIDE_FIELDS.reason}
        label={words.reason}
        value={draft[OVERRIDE_FIELDS.reason]}
        anyText="–"
        options={answer.overrideReasons.map(({ code, label, secrecy }) => [
          code,
          secrecy === 'OWNER_ONLY' ? words.ownUnitOnly(voice.text(label)) : voice.text(label),
        ])}
      />
      <TextField
        {...shared}
        id={OVERRIDE_FIELDS.explanation}
        label={words.explanation}
        hint={all.textHint}
        rows={4}
        value={draft[OVERRIDE_FIELDS.explanation] ?? ''}
      />
      <TextField
        {...shared}
        id={OVERRIDE_FIELDS.expiresOn}
        label={words.expiresOn}
        hint={`${all.dayHint}. ${words.lastDay(voice.day(answer.lastOverrideDay))}`}
        value={draft[OVERRIDE_FIELDS.expiresOn] ?? ''}
      />
      <button className="button button-primary">{words.submit}</button>
    </form>
  );
}

function PastOverride(props: SectionProps & { override: Override }): JSX.Element {
  const { voice, override: each, answer, identity, mayDecide, facility } = props;
  const { override: words, standing } = voice.words.judgement;
  const { labels } = voice.words;
  const reason = answer.overrideReasons.find(({ code }) => code === each.reasonCode)?.label;
  const isOwn = mayDecide && identity.unit === each.unit;
  return (
    <li className="visit">
      <h4 className="h5">
        {words.fromTo(labels.band[each.modelBand], labels.band[each.band])}
        {`: ${words.states[each.state]}`}
      </h4>
      <p>
        {reason ? `${voice.text(reason)}. ` : null}
        {each.explanation}
      </p>
      <p className="note">
        {`${standing.setBy(each.requestedBy, voice.day(each.expiresOn))} ${voice.dayOf(each.requestedAt)}, ${labels.unit[each.unit]}.`}
        {each.steps.map(({ step, person, takenAt }) => (
          <span key={step} className="secondary">
            {`${words.steps[step]}: ${words.by(person, voice.dayOf(takenAt))}`}
          </span>
        ))}
      </p>
      {isOwn ? (
        <DecideForm voice={voice} facilityId={facility.id} override={each} person={identity.person} />
      ) : null}
    </li>
  );
}

function DecideForm(props: {
  voice: Voice;
  facilityId: string;
  override: Override;
  person: string;
}): JSX.Element | null {
  const { voice, override: each, person } = props;
  const { override: words } = voice.words.judgement;
  if (each.state !== 'AWAITING' && each.state !== 'IN_FORCE') return null;
  const mayConfirm = each.state === 'AWAITING' && each.requestedBy !== person;
  const button = (step: string, text: string): JSX.Element => (
    <button className="button button-secondary" name="trin" value={step}>
      {text}
    </button>
  );
  return (
    <form
      method="post"
      action={`/tilbud/${props.facilityId}/vurdering/niveau/${each.id}`}
      className="d-print-none"
    >
      {mayConfirm ? button('CONFIRMED', words.confirm) : null}
      {mayConfirm ? button('REFUSED', words.refuse) : null}
      {button('WITHDRAWN', words.withdraw)}
    </form>
  );
}
