import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { FieldError, type Problem } from './error-summary.view.js';

interface TextFieldProps {
  readonly id: string;
  /** Default: the id. */
  readonly name?: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Lines of a larger field; a single line where left out. */
  readonly rows?: number;
  readonly problems: readonly Problem[];
  readonly voice: Voice;
}

export function TextField(props: TextFieldProps): JSX.Element {
  const { id, name = id, label, value, hint, rows, voice } = props;
  const problem = props.problems.find(({ field }) => field === id);
  const described = [hint === undefined ? '' : `${id}-hint`, problem ? `${id}-error` : ''].filter(Boolean);
  const field = {
    id,
    name,
    defaultValue: value,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': problem ? true : undefined,
  };
  return (
    <div className={`form-group${problem ? ' form-error' : ''}`}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldError problem={problem} voice={voice} />
      {rows === undefined ? (
        <input type="text" className="form-input" {...field} />
      ) : (
        <textarea className="form-input" rows={rows} {...field} />
      )}
    </div>
  );
}
