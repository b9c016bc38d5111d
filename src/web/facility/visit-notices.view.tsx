import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { ShownFacility } from './facility.query.js';

interface VisitNoticesProps {
  readonly voice: Voice;
  readonly notices: ShownFacility['visitNotices'];
}

/** What the place has been told; the words are the same whatever else may be planned. */
export function VisitNotices({ voice, notices }: VisitNoticesProps): JSX.Element {
  const { notices: words } = voice.words.facility;
  const { authority } = voice.words.labels;
  return (
    <section aria-labelledby="varsler">
      <h2 id="varsler">{words.heading}</h2>
      <p className="note">{words.lead}</p>
      <p className="note">{words.withheld}</p>
      {notices.length === 0 ? <p>{words.none}</p> : null}
      <ul className="nobullet-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            {words.on(
              voice.day(notice.visitOn),
              notice.authorities.map((each) => authority[each]).join(', '),
            )}
            <span className="secondary">
              {words.told(voice.day(notice.notifiedOn))}
              {notice.withdrawnOn === null ? null : ` ${words.withdrawn(voice.day(notice.withdrawnOn))}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
