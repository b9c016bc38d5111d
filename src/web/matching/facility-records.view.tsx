import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, FieldError, type Problem } from '../elements/error-summary.view.js';
import { TextField } from '../elements/text-field.view.js';
import { DecisionList } from './decision-list.view.js';
import type { FacilityRecords } from './matching.query.js';

interface FacilityRecordsProps {
  readonly voice: Voice;
  readonly facility: FacilityRecords;
  readonly problems: readonly Problem[];
  readonly mayDecide: boolean;
  readonly isDone: boolean;
}

/** Which records a place is made of, who decided that, and how a person takes it apart or brings it together. */
export function FacilityRecordsPage(props: FacilityRecordsProps): JSX.Element {
  const { voice, facility, problems, mayDecide } = props;
  const { facility: words, pair } = voice.words.matching;
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      <h1>{words.title(facility.name)}</h1>
      {props.isDone ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {pair.done}
          </Alert>
        </div>
      ) : null}
      <p className="font-lead">{words.lead}</p>
      {facility.sources.length === 0 ? <p>{words.none}</p> : <Records {...props} />}
      {mayDecide ? <MergeForm {...props} /> : null}
      <h2>{words.history}</h2>
      {facility.matchDecisions.length === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <DecisionList
          voice={voice}
          decisions={facility.matchDecisions}
          mayDecide={mayDecide}
          backTo={`/tilbud/${facility.id}/enheder`}
        />
      )}
    </>
  );
}

function Records({ voice, facility, problems, mayDecide }: FacilityRecordsProps): JSX.Element {
  const { facility: words } = voice.words.matching;
  const problem = problems.find(({ field }) => field === 'enhed-0');
  const canSplit = mayDecide && facility.sources.length > 1;
  const list = (
    <ul className="unstyled-list">
      {facility.sources.map((source, index) => (
        <li key={source.sourceKey}>
          {canSplit ? (
            <span className="form-group-checkbox">
              <input
                type="checkbox"
                className="form-checkbox"
                id={`enhed-${index}`}
                name="enhed"
                value={source.sourceKey}
              />
              <label className="form-label" htmlFor={`enhed-${index}`}>
                <Source voice={voice} source={source} />
              </label>
            </span>
          ) : (
            <Source voice={voice} source={source} />
          )}
        </li>
      ))}
    </ul>
  );
  if (!canSplit)
    return (
      <section aria-labelledby="enheder">
        <h2 id="enheder">{words.records}</h2>
        {list}
      </section>
    );
  return (
    <form method="post" action={`/tilbud/${facility.id}/opdel`} className="panel">
      <fieldset className={problem ? 'form-error' : undefined}>
        <legend className="form-label">{words.split}</legend>
        <span className="form-hint">{words.splitHint}</span>
        <FieldError problem={problem} voice={voice} />
        {list}
      </fieldset>
      {facility.sources.map(({ sourceKey }) => (
        <input key={sourceKey} type="hidden" name="set" value={sourceKey} />
      ))}
      <Reason voice={voice} problems={problems} id="begrundelse" />
      <button className="button button-secondary">{words.splitSubmit}</button>
    </form>
  );
}

function Source(props: { voice: Voice; source: FacilityRecords['sources'][number] }): JSX.Element {
  const { voice, source } = props;
  const { labels, matching } = voice.words;
  return (
    <>
      {`${labels.authority[source.authority]}: ${source.name}`}
      <span className="secondary">{source.sourceKey}</span>
      <span className="secondary">
        {matching.facility.decidedBy(
          voice.label(labels.linkRule, source.rule),
          `${voice.number(source.confidence * 100, 1)} %`,
          labels.linkDecision[source.decidedBy],
        )}
      </span>
    </>
  );
}

function MergeForm({ voice, facility, problems }: FacilityRecordsProps): JSX.Element {
  const { facility: words } = voice.words.matching;
  return (
    <form method="post" action={`/tilbud/${facility.id}/saml`} className="panel" aria-labelledby="saml">
      <h2 id="saml">{words.merge}</h2>
      <TextField
        id="andet"
        label={words.mergeField}
        hint={words.mergeHint}
        value=""
        problems={problems}
        voice={voice}
      />
      <Reason voice={voice} problems={problems} id="begrundelse-saml" />
      <button className="button button-secondary">{words.mergeSubmit}</button>
    </form>
  );
}

function Reason(props: { voice: Voice; problems: readonly Problem[]; id: string }): JSX.Element {
  const { pair } = props.voice.words.matching;
  return (
    <TextField
      id={props.id}
      name="begrundelse"
      label={pair.reason}
      hint={pair.reasonHint}
      value=""
      rows={2}
      problems={props.problems}
      voice={props.voice}
    />
  );
}
