import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { SelectField } from '../elements/select-field.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { Identity } from '../page/page-context.js';
import { contestChoices } from './contest-choices.js';
import type { Draft } from '../elements/draft.js';
import type { Contest, ContestedFacility } from './judgement.query.js';

export const CONTEST_FIELDS = { what: 'oplysning', claim: 'indsigelse' } as const;
const ANSWERERS = ['PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER'];

interface ContestsPageProps {
  readonly voice: Voice;
  readonly facility: ContestedFacility;
  readonly identity: Identity;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly isSaved: boolean;
}

/** What a place says against data about itself: the place files it, the authority whose datum it is answers. */
export function ContestsPage(props: ContestsPageProps): JSX.Element {
  const { voice, facility, identity, problems, isSaved } = props;
  const { contests: words, saved } = voice.words.judgement;
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      {isSaved ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {saved}
          </Alert>
        </div>
      ) : null}
      <h1>{`${words.title}: ${facility.name}`}</h1>
      <p className="font-lead">{words.lead}</p>
      {identity.role === 'FACILITY_USER' ? <ContestForm {...props} /> : null}
      <section aria-labelledby="indsigelser">
        <h2 id="indsigelser">{words.heading}</h2>
        {facility.contests.length === 0 ? <p>{words.none}</p> : null}
        <ol className="timeline">
          {facility.contests.map((contest) => (
            <ContestItem key={contest.id} {...props} contest={contest} />
          ))}
        </ol>
      </section>
    </>
  );
}

function ContestForm({ voice, facility, draft, problems }: ContestsPageProps): JSX.Element {
  const { contests: words, textHint } = voice.words.judgement;
  return (
    <form method="post" action={`/tilbud/${facility.id}/indsigelser`} className="d-print-none">
      <SelectField
        voice={voice}
        problems={problems}
        id={CONTEST_FIELDS.what}
        label={words.what}
        value={draft[CONTEST_FIELDS.what]}
        anyText="–"
        options={contestChoices(facility, voice).map(({ value, text }) => [value, text])}
      />
      <TextField
        voice={voice}
        problems={problems}
        id={CONTEST_FIELDS.claim}
        label={words.claim}
        hint={textHint}
        rows={5}
        value={draft[CONTEST_FIELDS.claim] ?? ''}
      />
      <button className="button button-primary">{words.submit}</button>
    </form>
  );
}

/** "Navn", "Besøg" or "Fund": what kind of datum is contested. */
export function datumInWords({ subject, field }: Contest, voice: Voice): string {
  const { contests: words } = voice.words.judgement;
  if (subject === 'RECORD_FIELD') return voice.label(words.fields, field ?? '');
  return subject === 'VISIT' ? words.visits : words.findings;
}

function ContestItem(props: ContestsPageProps & { contest: Contest }): JSX.Element {
  const { voice, contest, identity } = props;
  const { contests: words } = voice.words.judgement;
  const { labels } = voice.words;
  const isOpen = contest.state === 'FILED' || contest.state === 'TAKEN_UP';
  const unit = contest.unit ? labels.unit[contest.unit] : labels.authority[contest.authority];
  const mayAnswer =
    isOpen &&
    ANSWERERS.includes(identity.role) &&
    identity.authority === contest.authority &&
    (contest.unit === null || contest.unit === identity.unit);
  return (
    <li className="visit">
      <h3 className="h5">{`${datumInWords(contest, voice)}: ${words.states[contest.state]}`}</h3>
      {contest.statedValue === null ? null : <p>{words.stated(contest.statedValue)}</p>}
      <p>{contest.claim}</p>
      <p className="note">
        {words.filed(voice.dayOf(contest.filedAt))}
        {isOpen ? `. ${words.answersBy(unit, voice.day(contest.answerDueOn))}. ` : '. '}
        {contest.isOverdue ? <strong>{words.overdue}</strong> : null}
      </p>
      {contest.answer === null ? null : (
        <p>
          <strong>{`${words.answer}: `}</strong>
          {contest.answer}
          {contest.answeredBy && contest.answeredAt ? (
            <span className="secondary">
              {words.answerBy(contest.answeredBy, voice.dayOf(contest.answeredAt))}
            </span>
          ) : null}
        </p>
      )}
      {isOpen && identity.role === 'FACILITY_USER' ? (
        <form method="post" action={`${pathOf(props)}/${contest.id}/fortryd`} className="d-print-none">
          <button className="button button-secondary">{words.withdraw}</button>
        </form>
      ) : null}
      {mayAnswer ? <AnswerForms {...props} /> : null}
    </li>
  );
}

function pathOf({ facility }: ContestsPageProps): string {
  return `/tilbud/${facility.id}/indsigelser`;
}

function AnswerForms(props: ContestsPageProps & { contest: Contest }): JSX.Element {
  const { voice, contest, draft, problems } = props;
  const { contests: words } = voice.words.judgement;
  const action = `${pathOf(props)}/${contest.id}/svar`;
  return (
    <>
      {contest.state === 'FILED' ? (
        <form method="post" action={action} className="d-print-none">
          <button className="button button-secondary" name="afgoerelse" value="TAKEN_UP">
            {words.takeUp}
          </button>
        </form>
      ) : null}
      <form method="post" action={action} className="d-print-none">
        <SelectField
          voice={voice}
          problems={problems}
          id={`afgoerelse-${contest.id}`}
          name="afgoerelse"
          label={words.decision}
          value={draft[`afgoerelse-${contest.id}`]}
          anyText="–"
          options={[
            ['CORRECTED', words.states.CORRECTED],
            ['UPHELD', words.states.UPHELD],
          ]}
        />
        <TextField
          voice={voice}
          problems={problems}
          id={`svar-${contest.id}`}
          name="svar"
          label={words.explanation}
          rows={3}
          value={draft[`svar-${contest.id}`] ?? ''}
        />
        <button className="button button-primary">{words.send}</button>
      </form>
    </>
  );
}
