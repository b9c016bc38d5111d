import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { SelectField } from '../elements/select-field.view.js';
import type { ShownVisit } from './visit.query.js';

interface ChangeFormProps {
  readonly voice: Voice;
  readonly visit: ShownVisit;
  readonly own: ShownVisit['parts'][number];
  readonly weeks: readonly string[];
}

/** Leads to the page that shows what a change leads to; nothing is stored here. */
export function ChangeForm({ voice, visit, own, weeks }: ChangeFormProps): JSX.Element {
  const { visit: words, labels } = voice.words.planning;
  const { visitMode } = voice.words.labels;
  const common = { voice, problems: [] };
  const other = own.form === 'ANNOUNCED' ? 'UNANNOUNCED' : 'ANNOUNCED';
  const modes = Object.entries(visitMode).filter(([mode]) => isFor(mode, visit.parts.length) && mode !== visit.mode);
  return (
    <section aria-labelledby="ret">
      <h2 id="ret">{words.change}</h2>
      <p className="note">{words.changeText}</p>
      <form method="get" action={`/besoeg/${visit.id}/ret`}>
        <input type="hidden" name="plan" value={visit.planId} />
        <fieldset>
          <legend className="form-label">{words.change}</legend>
          {Object.entries(words.changes).map(([kind, text], index) => (
            <div className="form-group-radio" key={kind}>
              <input type="radio" className="form-radio" id={`ret-${kind}`} name="slags" value={kind} defaultChecked={index === 0} />
              <label className="form-label" htmlFor={`ret-${kind}`}>
                {text}
              </label>
            </div>
          ))}
        </fieldset>
        <SelectField {...common} id="ret-uge" name="uge" label={words.week} value={undefined} anyText={words.chooseWeek} options={weeks.filter((week) => week !== visit.weekStart).map((week) => [week, voice.week(week)])} />
        <SelectField {...common} id="ret-form" name="form" label={words.mode} value={undefined} anyText={visitMode[visit.mode]} options={modes} />
        <SelectField {...common} id="ret-varsling" name="varsling" label={words.newForm} value={undefined} anyText={labels.form[own.form]} options={[[other, labels.form[other]]]} />
        <button className="button button-secondary">{words.showConsequences}</button>
      </form>
    </section>
  );
} // prettier-ignore

function isFor(mode: string, authorities: number): boolean {
  if (mode === 'SINGLE') return authorities === 1;
  return authorities > 1 || mode === 'DIALOGUE_MEETING' || mode === 'DOCUMENT_ONLY';
}
