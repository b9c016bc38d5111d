import type { JSX } from 'react';
import { addDays, type Day } from '../../domain/shared/day.js';
import type { Voice } from '../../wording/voice.js';
import { SelectField } from '../elements/select-field.view.js';
import type { ShownVisit } from './visit.query.js';

interface NoticeBoxProps {
  readonly voice: Voice;
  readonly visit: ShownVisit;
  readonly mayTell: boolean;
}

/** What the place has been told; an unannounced visit has no way to be told. */
export function NoticeBox({ voice, visit, mayTell }: NoticeBoxProps): JSX.Element {
  const { visit: words } = voice.words.planning;
  const days = [0, 1, 2, 3, 4].map((count) => addDays(visit.weekStart as Day, count));
  const canTell = mayTell && visit.form === 'ANNOUNCED' && visit.planState === 'PUBLISHED' && visit.state === 'ACCEPTED';
  return (
    <section aria-labelledby="varsel">
      <h2 id="varsel">{words.notice}</h2>
      <p>
        {visit.form === 'UNANNOUNCED'
          ? words.noticeNever
          : visit.noticedFor === null
            ? words.noticeNone
            : words.noticeGiven(voice.day(visit.noticedFor))}
      </p>
      {canTell && visit.noticedFor === null ? (
        <form method="post" action={`/besoeg/${visit.id}/varsel`} className="d-print-none">
          <SelectField id="varsel-dag" name="dag" label={words.noticeDay} value={days[0]} anyText={words.noticeDay} options={days.map((day) => [day, voice.day(day)])} problems={[]} voice={voice} />
          <button className="button button-secondary">{words.giveNotice}</button>
        </form>
      ) : null}
      {mayTell && visit.noticedFor !== null ? (
        <form method="post" action={`/besoeg/${visit.id}/varsel/tilbage`} className="d-print-none">
          <button className="button button-secondary">{words.withdrawNotice}</button>
        </form>
      ) : null}
    </section>
  );
} // prettier-ignore
