import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { CalendarAnswer } from './calendar.query.js';

interface PlanBarProps {
  readonly voice: Voice;
  readonly plan: CalendarAnswer['currentPlans'][number];
  readonly maysKeep: boolean;
}

/** Which plan it is, and what the asker may do with it as a whole. */
export function PlanBar({ voice, plan, maysKeep }: PlanBarProps): JSX.Element {
  const { calendar: words } = voice.words.planning;
  const { labels } = voice.words;
  return (
    <section className="plan-bar">
      <p>
        {words.plan(labels.planState[plan.state], plan.horizonWeeks, voice.day(plan.horizonFrom))}{' '}
        {words.revision(plan.revision)}
      </p>
      <div className="plan-actions d-print-none">
        {maysKeep ? <Command action="/kalender/tilslut" text={words.acceptAll} plan={plan} /> : null}
        {maysKeep && plan.state === 'DRAFT' ? (
          <Command
            action="/kalender/offentliggoer"
            text={words.publish}
            plan={plan}
            hint={words.publishHint}
          />
        ) : null}
      </div>
    </section>
  );
}

interface CommandProps {
  readonly action: string;
  readonly text: string;
  readonly plan: PlanBarProps['plan'];
  readonly hint?: string;
}

function Command({ action, text, plan, hint }: CommandProps): JSX.Element {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="plan" value={plan.id} />
      <input type="hidden" name="revision" value={plan.revision} />
      <button className="button button-secondary">{text}</button>
      {hint === undefined ? null : <p className="form-hint">{hint}</p>}
    </form>
  );
}
