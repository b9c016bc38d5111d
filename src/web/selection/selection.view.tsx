import type { JSX, ReactNode } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import { ScrollingTable } from '../elements/scrolling-table.view.js';
import type { Draft } from '../elements/draft.js';
import type { Identity } from '../page/page-context.js';
import type { SelectionAnswer } from './selection.query.js';
import { ShareSection } from './share-section.view.js';

interface SelectionPageProps {
  readonly voice: Voice;
  readonly answer: SelectionAnswer;
  readonly identity: Identity;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly isSaved: boolean;
}

/** How places come to be visited, what the random visits tell of all places, and how people did against the model. */
export function SelectionPage(props: SelectionPageProps): JSX.Element {
  const { voice, answer, problems, isSaved } = props;
  const { selection: words } = voice.words;
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      {isSaved ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {voice.words.judgement.saved}
          </Alert>
        </div>
      ) : null}
      <h1>{words.title}</h1>
      <p className="font-lead">{words.lead}</p>
      <Prevalence voice={voice} answer={answer} />
      <Channels voice={voice} answer={answer} />
      <ShareSection {...props} shares={answer.selectionReport.shares} />
      <Draws voice={voice} answer={answer} />
      <Overrides voice={voice} answer={answer} />
      {answer.blindVisits ? <BlindVisits voice={voice} visits={answer.blindVisits} /> : null}
    </>
  );
}

interface PartProps {
  readonly voice: Voice;
  readonly answer: SelectionAnswer;
}

function Prevalence({ voice, answer }: PartProps): JSX.Element {
  const { prevalence: words } = voice.words.selection;
  const { share, interval, visited, sampled, places } = answer.selectionReport.prevalence;
  const percent = (value: number): string => `${voice.number(value * 100, 1)} %`;
  return (
    <section>
      <h2 id="forekomst">{words.heading}</h2>
      <p>
        {share === null || !interval
          ? words.tooFew
          : words.text(percent(share), percent(interval.low), percent(interval.high))}
      </p>
      <p>{words.basis(voice.number(visited), voice.number(sampled), voice.number(places))}</p>
      <p className="note">{words.method}</p>
    </section>
  );
}

function Table(props: {
  id: string;
  caption: string;
  columns: readonly string[];
  children: ReactNode;
}): JSX.Element {
  return (
    <ScrollingTable id={props.id} caption={props.caption} className="narrow">
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </ScrollingTable>
  );
}

function Channels({ voice, answer }: PartProps): JSX.Element {
  const { channels: words } = voice.words.selection;
  return (
    <section>
      <h2 id="kanaler">{words.heading}</h2>
      <Table id="kanaltabel" caption={words.heading} columns={[words.channel, words.count]}>
        {answer.selectionReport.channels.map(({ channel, selections }) => (
          <tr key={channel}>
            <th scope="row">{words[channel]}</th>
            <td>{voice.number(selections)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Draws({ voice, answer }: PartProps): JSX.Element {
  const { draws: words } = voice.words.selection;
  const draws = answer.randomDraws;
  return (
    <section>
      <h2 id="lodtraekninger">{words.heading}</h2>
      {draws.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          id="lodtraekningstabel"
          caption={words.heading}
          columns={[words.period, words.size, words.hash, words.seed]}
        >
          {draws.map((draw) => (
            <tr key={draw.id}>
              <th scope="row">{voice.day(draw.periodFrom)}</th>
              <td>
                {draw.drawnAt === null
                  ? words.pending
                  : words.of(voice.number(draw.sampleSize ?? 0, 1), voice.number(draw.frameSize ?? 0))}
              </td>
              <td>
                <code>{draw.seedHash.slice(0, 16)}…</code>
              </td>
              <td>
                {draw.seed === null ? words.secret : <code>{draw.seed.slice(0, 16)}…</code>}
                {draw.isReproduced === null ? null : (
                  <span className="secondary">
                    {draw.isReproduced ? words.reproduced : words.notReproduced}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Overrides({ voice, answer }: PartProps): JSX.Element {
  const { overrides: words } = voice.words.selection;
  const reasonOf = (code: string | null): string => {
    if (code === null) return words.allReasons;
    const known = answer.overrideReasons.find((reason) => reason.code === code);
    return known ? voice.text(known.label) : code;
  };
  return (
    <section>
      <h2 id="tilsidesaettelser">{words.heading}</h2>
      <Table
        id="tilsidesaettelsestabel"
        caption={words.heading}
        columns={[
          words.direction,
          words.reason,
          words.visits,
          words.overrideRight,
          words.modelRight,
          words.found,
          words.expected,
          words.verdict,
        ]}
      >
        {answer.overrideReport.map((row) => (
          <tr key={`${row.direction} ${row.reasonCode}`}>
            <th scope="row">{words[row.direction]}</th>
            <td>{reasonOf(row.reasonCode)}</td>
            <td>{voice.number(row.visits)}</td>
            <td>{voice.number(row.overrideRight)}</td>
            <td>{voice.number(row.modelRight)}</td>
            <td>
              {row.share === null || !row.interval
                ? voice.number(row.serious)
                : words.shareOf(
                    voice.percent(row.share),
                    voice.percent(row.interval.low),
                    voice.percent(row.interval.high),
                  )}
            </td>
            <td>{row.expected === null ? voice.words.page.none : voice.percent(row.expected)}</td>
            <td>{words[row.verdict]}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

type Visits = NonNullable<SelectionAnswer['blindVisits']>;

function BlindVisits({ voice, visits }: { voice: Voice; visits: Visits }): JSX.Element {
  const { blind: words } = voice.words.selection;
  return (
    <section>
      <h2 id="blinde-besoeg">{words.heading}</h2>
      {visits.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          id="blindtabel"
          caption={words.heading}
          columns={[words.place, words.visitedOn, words.inspector, words.seen]}
        >
          {visits.map((visit) => (
            <tr key={visit.id}>
              <th scope="row">
                <a href={`/tilbud/${visit.facilityId}`}>{visit.facilityName ?? visit.facilityId}</a>
              </th>
              <td>{voice.day(visit.visitedOn)}</td>
              <td>{visit.inspector}</td>
              <td>{visit.seenAt === null ? words.no : words.yes(voice.dayOf(visit.seenAt))}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
