import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { datumInWords } from '../judgement/contests.view.js';
import type { ShownFacility } from './facility.query.js';

interface ContestedDataProps {
  readonly voice: Voice;
  readonly facility: Pick<ShownFacility, 'id' | 'contests'>;
}

/** What the place says is wrong, inside the explanation: the score still counts the datum as the register has it. */
export function ContestedData({ voice, facility }: ContestedDataProps): JSX.Element | null {
  const { score: words } = voice.words.facility;
  const { contests: texts } = voice.words.judgement;
  const open = facility.contests.filter(({ state }) => state === 'FILED' || state === 'TAKEN_UP');
  if (open.length === 0) return null;
  return (
    <>
      <h3>{words.contested}</h3>
      <p>
        {`${words.contestedText} `}
        <a href={`/tilbud/${facility.id}/indsigelser`}>{texts.title}</a>
      </p>
      <ul>
        {open.map((contest) => (
          <li key={contest.id}>
            {`${datumInWords(contest, voice)} (${voice.words.labels.authority[contest.authority]}). `}
            {contest.statedValue === null ? null : `${texts.stated(contest.statedValue)}. `}
            {`${words.placeSays(contest.claim)} ${words.answerDue(voice.day(contest.answerDueOn))}`}
            {contest.isOverdue ? <strong>{` ${texts.overdue}`}</strong> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
