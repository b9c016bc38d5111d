import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { BandBadge } from '../elements/band-badge.view.js';
import type { Draft } from '../elements/draft.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import { TextField } from '../elements/text-field.view.js';
import type { Registry, VersionAnswer } from './models.query.js';

export const REASON_FIELD = 'begrundelse';

interface VersionPageProps {
  readonly voice: Voice;
  readonly version: number;
  readonly registry: Registry;
  readonly answer: VersionAnswer;
  /** The version scores again after a rollback of the one in force. */
  readonly isRollback: boolean;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
}

/** One version: what taking it into use would change, the form that does so, and its record. */
export function VersionPage(props: VersionPageProps): JSX.Element {
  const { voice, version, registry, answer, problems } = props;
  const { models: words } = voice.words;
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      <h1>{words.version(version)}</h1>
      {registry.inForce === version ? <p className="font-lead">{words.isInForce}</p> : <Use {...props} />}
      {answer.difference ? (
        <section>
          <h2 id="forskel">{words.difference(registry.inForce ?? 0)}</h2>
          {answer.difference.length === 0 ? (
            <p>{words.noDifference}</p>
          ) : (
            <Lines
              voice={voice}
              id="forskel-linjer"
              label={words.difference(registry.inForce ?? 0)}
              lines={answer.difference}
            />
          )}
        </section>
      ) : null}
      <section>
        <h2 id="kort">{words.card}</h2>
        <p>{words.cardText}</p>
        <Lines voice={voice} id="kort-linjer" label={words.card} lines={answer.modelRecord} />
      </section>
    </>
  );
}

/** The record is written in English, as it is compared line by line. */
function Lines(props: { voice: Voice; id: string; label: string; lines: readonly string[] }): JSX.Element {
  return (
    <pre className="record" lang="en" id={props.id} tabIndex={0} role="region" aria-label={props.label}>
      {props.lines.join('\n')}
    </pre>
  );
}

function Use(props: VersionPageProps): JSX.Element {
  const { voice, version, answer, isRollback, draft, problems } = props;
  const { models: words } = voice.words;
  if (!answer.versionConsequences) {
    return (
      <p>
        <a className="button button-primary" href={`/modeller/${version}?foelger=ja`}>
          {words.seeConsequences}
        </a>
        <span className="secondary">{words.seeConsequencesText}</span>
      </p>
    );
  }
  return (
    <section>
      <h2 id="foelger">{words.consequences}</h2>
      <Consequences voice={voice} consequences={answer.versionConsequences} />
      <form
        method="post"
        action={`/modeller/${version}/${isRollback ? 'tilbagerul' : 'godkend'}`}
        className="panel d-print-none"
      >
        <TextField
          voice={voice}
          problems={problems}
          id={REASON_FIELD}
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          value={draft[REASON_FIELD] ?? ''}
        />
        <button className="button button-primary">{isRollback ? words.doRollBack : words.approve}</button>
      </form>
    </section>
  );
}

type ConsequencesOf = NonNullable<VersionAnswer['versionConsequences']>;

function Consequences(props: { voice: Voice; consequences: ConsequencesOf }): JSX.Element {
  const { voice, consequences } = props;
  const { models: words } = voice.words;
  const { asOf, raised, lowered, unchanged, topSize, leavingTop, bands } = consequences;
  return (
    <>
      <p>{words.asOf(voice.day(asOf))}</p>
      <ul>
        <li>{words.raised(voice.number(raised))}</li>
        <li>{words.lowered(voice.number(lowered))}</li>
        <li>{words.unchanged(voice.number(unchanged))}</li>
        <li>{words.leavingTop(voice.number(leavingTop), voice.number(topSize))}</li>
      </ul>
      <ScrollingTable id="niveauer" caption={words.consequences} className="narrow">
        <thead>
          <tr>
            <th scope="col">{words.band}</th>
            <th scope="col" className="number">
              {words.now}
            </th>
            <th scope="col" className="number">
              {words.then}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...bands].reverse().map(({ band, before, after }) => (
            <tr key={band}>
              <th scope="row">
                <BandBadge band={band} voice={voice} />
              </th>
              <td className="number">{voice.number(before)}</td>
              <td className="number">{voice.number(after)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}
