import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { ModelsAnswer, Registry } from './models.query.js';

interface ModelsPageProps {
  readonly voice: Voice;
  readonly answer: ModelsAnswer;
  readonly isSaved: boolean;
}

/** Which models there are, which of them scores, who said so, and whether the world has moved since. */
export function ModelsPage({ voice, answer, isSaved }: ModelsPageProps): JSX.Element {
  const { models: words } = voice.words;
  const { modelRegistry: registry } = answer;
  return (
    <>
      {isSaved ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {words.saved}
          </Alert>
        </div>
      ) : null}
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <p>{registry.inForce === null ? words.noneApproved : words.inForce(registry.inForce)}</p>
      <Alarms voice={voice} alarms={registry.alarms} />
      <Versions voice={voice} registry={registry} />
      <RollBack voice={voice} registry={registry} />
      <Decisions voice={voice} decisions={registry.decisions} />
      <p>
        <a href="/udtagelse#tilsidesaettelser">{words.overrides}</a>
      </p>
    </>
  );
}

function Alarms({ voice, alarms }: { voice: Voice; alarms: Registry['alarms'] }): JSX.Element {
  const { models: words, labels } = voice.words;
  return (
    <section>
      <h2 id="alarmer">{words.alarms}</h2>
      {alarms.length === 0 ? <p>{words.noAlarms}</p> : null}
      {alarms.map((alarm) => (
        <Alert
          key={`${alarm.authority} ${alarm.reason}`}
          variant={alarm.needsRevalidation ? 'error' : 'warning'}
          voice={voice}
          heading={`${labels.authority[alarm.authority]}: ${words.alarm[alarm.reason]}`}
        >
          {`${words.fromTo(drift(alarm, alarm.before, voice), drift(alarm, alarm.now, voice))} `}
          {alarm.needsRevalidation ? words.revalidate : words.watch}
        </Alert>
      ))}
    </section>
  );
}

function drift({ reason }: Registry['alarms'][number], value: number, voice: Voice): string {
  if (reason === 'SERIOUS_RATE') return voice.percent(value);
  if (reason === 'MEAN_SCORE') return voice.points(Math.round(value));
  return voice.number(value, reason === 'OUTCOME_DEFINITION' ? 0 : 1);
}

function Versions({ voice, registry }: { voice: Voice; registry: Registry }): JSX.Element {
  const { models: words, labels, facility } = voice.words;
  return (
    <section>
      <h2 id="versioner">{words.versions}</h2>
      {registry.versions.length === 0 ? <p>{words.noVersions}</p> : <p>{words.versionsText}</p>}
      <ScrollingTable id="versionstabel" caption={words.versions}>
        <thead>
          <tr>
            {[
              words.versionHeading,
              words.authority,
              words.method,
              words.visits,
              words.overRule,
              words.overLast,
            ].map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {registry.versions.map(({ version, isInForce, models }) => (
          <tbody key={version}>
            {models.map((model, index) => (
              <tr key={model.authority}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={models.length}>
                    <a href={`/modeller/${version}`}>{words.version(version)}</a>
                    <span className="secondary">{words.trainedThrough(voice.day(model.trainedThrough))}</span>
                    {isInForce ? <strong className="badge badge-success">{words.scores}</strong> : null}
                  </th>
                ) : null}
                <th scope="row">{labels.authority[model.authority]}</th>
                <td>{facility.score.method[model.method]}</td>
                <td>{words.visitsOf(voice.number(model.visits), voice.number(model.serious))}</td>
                <td>{gain(model.comparedOn, model.overRule, voice)}</td>
                <td>{gain(model.comparedOn, model.overLastResult, voice)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </ScrollingTable>
    </section>
  );
}

type Gain = Registry['versions'][number]['models'][number]['overRule'];

function gain(comparedOn: number, { auc, low, high, isOutside }: Gain, voice: Voice): string {
  const { models: words } = voice.words;
  if (comparedOn === 0) return words.notCompared;
  const figures = words.gain(voice.number(auc, 3), voice.number(low, 3), voice.number(high, 3));
  return `${figures} ${isOutside ? words.better : words.notBetter}`;
}

function RollBack({ voice, registry }: { voice: Voice; registry: Registry }): JSX.Element {
  const { models: words } = voice.words;
  const { inForce, afterRollback } = registry;
  return (
    <section>
      <h2 id="tilbagerulning">{words.rollBack}</h2>
      {inForce === null ? <p>{words.nothingToRollBack}</p> : null}
      {inForce !== null && afterRollback === null ? <p>{words.onlyOne}</p> : null}
      {afterRollback !== null && inForce !== null ? (
        <p>
          <a href={`/modeller/${afterRollback}?foelger=ja&tilbage=ja`}>
            {words.seeRollBack(inForce, afterRollback)}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Decisions(props: { voice: Voice; decisions: Registry['decisions'] }): JSX.Element {
  const { voice, decisions } = props;
  const { models: words } = voice.words;
  return (
    <section>
      <h2 id="beslutninger">{words.decisions}</h2>
      {decisions.length === 0 ? <p>{words.noDecisions}</p> : null}
      <ol className="timeline">
        {decisions.map((each) => (
          <li key={`${each.version} ${each.decidedAt}`}>
            <h3 className="h5">{`${words.version(each.version)}: ${words.decided[each.decision]}`}</h3>
            <p>{each.reason}</p>
            <p className="note">{words.by(each.decidedBy, voice.dayOf(each.decidedAt))}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
