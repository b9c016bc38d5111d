import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { FieldError, type Problem } from './error-summary.view.js';

interface SelectFieldProps {
  /** Also the name of the field, unless it has one of its own. */
  readonly id: string;
  readonly name?: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, text: string])[];
  /** The choice of nothing in particular. */
  readonly anyText: string;
  readonly problems: readonly Problem[];
  readonly voice: Voice;
}

export function SelectField(props: SelectFieldProps): JSX.Element {
  const { id, name = id, label, value, options, anyText, voice } = props;
  const problem = props.problems.find(({ field }) => field === id);
  return (
    <div className={`form-group${problem ? ' form-error' : ''}`}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <FieldError problem={problem} voice={voice} />
      <select
        className="form-select"
        id={id}
        name={name}
        defaultValue={value ?? ''}
        aria-describedby={problem ? `${id}-error` : undefined}
        aria-invalid={problem ? true : undefined}
      >
        <option value="">{anyText}</option>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
