import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { ErrorSummary, type Problem } from '../elements/error-summary.view.js';
import type { Identity } from '../page/page-context.js';
import type { Draft } from '../elements/draft.js';
import { EventSection } from './event-section.view.js';
import { FindingsSection } from './findings-section.view.js';
import type { JudgedFacility, JudgementAnswer } from './judgement.query.js';
import { OverrideSection } from './override-section.view.js';

const DECIDERS = ['VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER'];

interface JudgementPageProps {
  readonly voice: Voice;
  readonly facility: JudgedFacility;
  readonly answer: JudgementAnswer;
  readonly identity: Identity;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly isSaved: boolean;
}

/** Where people say what they know of a place, beside or instead of its score. */
export function JudgementPage(props: JudgementPageProps): JSX.Element {
  const { voice, facility, identity, problems, isSaved } = props;
  const { judgement: words } = voice.words;
  const mayDecide = DECIDERS.includes(identity.role);
  const isInspector = identity.role === 'VISITING_INSPECTOR';
  return (
    <>
      <ErrorSummary problems={problems} voice={voice} />
      {isSaved ? (
        <div role="status">
          <Alert variant="success" voice={voice}>
            {words.saved}
          </Alert>
        </div>
      ) : null}
      <h1>{`${words.title}: ${facility.name}`}</h1>
      <FindingsSection {...props} isInspector={isInspector} />
      <OverrideSection {...props} mayDecide={mayDecide} />
      <EventSection {...props} mayDecide={mayDecide} />
    </>
  );
}
