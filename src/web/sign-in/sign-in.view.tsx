import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, FieldError, type Problem } from '../elements/error-summary.view.js';

/** Somebody one can be, with what they do in words. */
export interface Candidate {
  readonly key: string;
  readonly name: string;
  readonly position: string;
}

interface SignInProps {
  readonly voice: Voice;
  readonly candidates: readonly Candidate[];
  /** Where to go afterwards. */
  readonly next: string | undefined;
  readonly problem: Problem | undefined;
}

export const USER_FIELD = 'bruger';
export const NEXT_FIELD = 'videre';

export function SignIn({ voice, candidates, next, problem }: SignInProps): JSX.Element {
  const { signIn } = voice.words;
  if (candidates.length === 0) {
    return (
      <>
        <h1>{signIn.title}</h1>
        <Alert variant="info" voice={voice} heading={signIn.none}>
          {signIn.noneText}
        </Alert>
      </>
    );
  }
  return (
    <>
      <ErrorSummary problems={problem ? [problem] : []} voice={voice} />
      <h1>{signIn.title}</h1>
      <p className="font-lead">{signIn.lead}</p>
      <form method="post" action="/log-ind">
        {next === undefined ? null : <input type="hidden" name={NEXT_FIELD} value={next} />}
        <div className={`form-group${problem ? ' form-error' : ''}`}>
          <fieldset aria-describedby={problem ? `${problem.field}-error` : undefined}>
            <legend className="form-label">{signIn.who}</legend>
            <FieldError problem={problem} voice={voice} />
            {candidates.map((candidate, index) => (
              <Choice key={candidate.key} candidate={candidate} isFirst={index === 0} />
            ))}
          </fieldset>
        </div>
        <button className="button button-primary mt-5">{signIn.submit}</button>
      </form>
    </>
  );
}

// The first field has the name as its id, so that the error summary can lead to it.
function Choice({ candidate, isFirst }: { candidate: Candidate; isFirst: boolean }): JSX.Element {
  const { key, name, position } = candidate;
  const id = isFirst ? USER_FIELD : `${USER_FIELD}-${key}`;
  return (
    <div className="form-group-radio">
      <input
        type="radio"
        className="form-radio"
        id={id}
        name={USER_FIELD}
        value={key}
        aria-describedby={`${id}-hint`}
      />
      <label className="form-label" htmlFor={id}>
        {name}
      </label>
      <span className="form-hint" id={`${id}-hint`}>
        {position}
      </span>
    </div>
  );
}
