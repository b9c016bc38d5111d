import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { SelectField } from '../elements/select-field.view.js';
import type { ShownVisit } from './visit.query.js';

interface AnswerFormProps {
  readonly voice: Voice;
  readonly visit: ShownVisit;
  readonly weeks: readonly string[];
}

/** Accepts, declines or proposes another week for the own part. */
export function AnswerForm({ voice, visit, weeks }: AnswerFormProps): JSX.Element {
  const { visit: words, labels } = voice.words.planning;
  const answers = Object.entries(words.answers);
  return (
    <section aria-labelledby="svar">
      <h2 id="svar">{words.answer}</h2>
      <form method="post" action={`/besoeg/${visit.id}/svar`}>
        <input type="hidden" name="plan" value={visit.planId} />
        <input type="hidden" name="version" value={visit.sinceRevision} />
        <fieldset aria-describedby="svar-hint">
          <legend className="form-label">{words.answer}</legend>
          <span className="form-hint" id="svar-hint">
            {words.answerHint}
          </span>
          {answers.map(([answer, text], index) => (
            <div className="form-group-radio" key={answer}>
              <input type="radio" className="form-radio" id={`svar-${answer}`} name="svar" value={answer} defaultChecked={index === 0} />
              <label className="form-label" htmlFor={`svar-${answer}`}>
                {text}
              </label>
            </div>
          ))}
        </fieldset>
        <SelectField id="svar-begrundelse" name="begrundelse" label={words.because} value={undefined} options={Object.entries(labels.reason)} anyText={words.chooseReason} problems={[]} voice={voice} />
        <SelectField id="svar-uge" name="uge" label={words.otherWeek} value={undefined} options={weeks.map((week) => [week, voice.week(week)])} anyText={words.chooseWeek} problems={[]} voice={voice} />
        <button className="button button-primary">{words.send}</button>
      </form>
    </section>
  );
} // prettier-ignore
