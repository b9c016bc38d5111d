import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { ErrorSummary, FieldError, type Problem } from './error-summary.view.js';

/** One of several things to choose from. */
export interface Option {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
}

interface RadioFormProps {
  readonly voice: Voice;
  readonly title: string;
  readonly lead: string;
  readonly legend: string;
  readonly submit: string;
  readonly action: string;
  readonly field: string;
  readonly options: readonly Option[];
  /** Sent along unseen. */
  readonly hidden?: Readonly<Record<string, string | undefined>>;
  /** What to say where nothing was chosen. */
  readonly problem?: string;
}

/** A page that asks one question with radio buttons. */
export function RadioForm(props: RadioFormProps): JSX.Element {
  const { voice, field, options, hidden = {} } = props;
  const problem: Problem | undefined =
    props.problem === undefined ? undefined : { field, text: props.problem };
  return (
    <>
      <ErrorSummary problems={problem ? [problem] : []} voice={voice} />
      <h1>{props.title}</h1>
      <p className="font-lead">{props.lead}</p>
      <form method="post" action={props.action}>
        {Object.entries(hidden).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className={`form-group${problem ? ' form-error' : ''}`}>
          <fieldset aria-describedby={problem ? `${field}-error` : undefined}>
            <legend className="form-label">{props.legend}</legend>
            <FieldError problem={problem} voice={voice} />
            {options.map((option, index) => (
              <Radio key={option.key} option={option} field={field} isFirst={index === 0} />
            ))}
          </fieldset>
        </div>
        <button className="button button-primary mt-5">{props.submit}</button>
      </form>
    </>
  );
}

// The first field has the name as its id, so that the error summary can lead to it.
function Radio(props: { option: Option; field: string; isFirst: boolean }): JSX.Element {
  const { key, label, hint } = props.option;
  const id = props.isFirst ? props.field : `${props.field}-${key}`;
  return (
    <div className="form-group-radio">
      <input
        type="radio"
        className="form-radio"
        id={id}
        name={props.field}
        value={key}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
