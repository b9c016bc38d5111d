import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from './alert.view.js';

/** What is wrong with one field of a form. */
export interface Problem {
  /** The id of the field; undefined where the page has none for it, as for what only stands in the address. */
  readonly field: string | undefined;
  readonly text: string;
}

/** All problems of a form at its top, each leading to its field. */
export function ErrorSummary(props: { problems: readonly Problem[]; voice: Voice }): JSX.Element | null {
  const { problems, voice } = props;
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="error-summary">
      <Alert variant="error" voice={voice} heading={voice.words.page.errorSummary}>
        <ul>
          {problems.map(({ field, text }) => (
            <li key={text}>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

export function FieldError(props: { problem: Problem | undefined; voice: Voice }): JSX.Element | null {
  if (!props.problem) return null;
  return (
    <span className="form-error-message" id={`${props.problem.field}-error`}>
      <span className="sr-only">{props.voice.words.page.errorPrefix}</span>
      {props.problem.text}
    </span>
  );
}
