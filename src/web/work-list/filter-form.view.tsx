import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { FieldError, type Problem } from '../elements/error-summary.view.js';
import { SelectField } from '../elements/select-field.view.js';
import { FIELDS, orderAndSize, type WorkListRequest } from './work-list-request.js';
import type { WorkListAnswer } from './work-list.query.js';

interface FilterFormProps {
  readonly voice: Voice;
  readonly request: WorkListRequest;
  readonly municipalities: WorkListAnswer['municipalities'];
  readonly problems: readonly Problem[];
}

/** Search and filters in the address, so that a view of the list can be kept, sent and printed. */
export function FilterForm({ voice, request, municipalities, problems }: FilterFormProps): JSX.Element {
  const { workList, labels } = voice.words;
  const fields = { voice, problems, anyText: workList.all };
  return (
    <form method="get" action="/tilsyn" className="filters d-print-none" data-auto-submit="">
      <h2 className="sr-only">{workList.filters}</h2>
      <div className="search-row">
        <SearchField voice={voice} value={request.search} problems={problems} />
        <button className="button button-primary">{workList.submit}</button>
      </div>
      <div className="filter-selects">
        <SelectField
          {...fields}
          id={FIELDS.municipality}
          label={workList.municipality}
          value={request.municipality}
          options={municipalities.map(({ code, name }) => [code, name])}
        />
        <SelectField
          {...fields}
          id={FIELDS.band}
          label={workList.band}
          value={request.band}
          options={Object.entries(labels.band).reverse()}
        />
        <SelectField
          {...fields}
          id={FIELDS.facilityType}
          label={workList.facilityType}
          value={request.facilityType}
          options={Object.entries(labels.facilityType)}
        />
        <SelectField
          {...fields}
          id={FIELDS.authority}
          label={workList.authority}
          value={request.authority}
          options={Object.entries(labels.authority)}
        />
        <SelectField
          {...fields}
          id={FIELDS.unit}
          label={workList.unit}
          value={request.unit}
          options={Object.entries(labels.unit)}
        />
      </div>
      {orderAndSize(request).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <p className="form-hint auto-submit-hint" hidden>
        {workList.autoSubmit}
      </p>
    </form>
  );
}

function SearchField(props: { voice: Voice; value: string; problems: readonly Problem[] }): JSX.Element {
  const { workList } = props.voice.words;
  const id = FIELDS.search;
  const problem = props.problems.find(({ field }) => field === id);
  return (
    <div className={`form-group${problem ? ' form-error' : ''}`}>
      <label className="form-label" htmlFor={id}>
        {workList.search}
      </label>
      <span className="form-hint" id={`${id}-hint`}>
        {workList.searchHint}
      </span>
      <FieldError problem={problem} voice={props.voice} />
      <input
        type="search"
        className="form-input"
        id={id}
        name={id}
        defaultValue={props.value}
        aria-describedby={problem ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
