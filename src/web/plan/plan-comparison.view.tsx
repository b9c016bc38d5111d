import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import { MeasuresTable } from './measures-table.view.js';
import type { ShownPlan } from './plan.query.js';

interface PlanComparisonProps {
  readonly voice: Voice;
  readonly plans: readonly ShownPlan[];
  /** Those who keep plans can ask for more. */
  readonly isKeeper?: boolean;
}

/** The plan that is in force beside the one that a fixed cadence would give, on the same hours. */
export function PlanComparison({ voice, plans, isKeeper }: PlanComparisonProps): JSX.Element {
  const { plan: words } = voice.words;
  const riskBased = plans.find(({ kind }) => kind === 'RISK_BASED');
  const cadence = plans.find(({ kind }) => kind === 'FIXED_CADENCE');
  return (
    <>
      <h1>{words.title}</h1>
      {riskBased ? (
        <>
          <p className="font-lead">{words.lead}</p>
          <Period voice={voice} plan={riskBased} />
          <MeasuresTable voice={voice} plan={riskBased} cadence={cadence} />
          <Bound voice={voice} plan={riskBased} />
          <p className="note">{words.expected}</p>
          {isKeeper ? (
            <ul>
              <li>
                <a href="/plan/rapport">{voice.words.planReport.title}</a>
              </li>
              <li>
                <a href="/plan/priser">{voice.words.planWhy.prices.link}</a>
              </li>
            </ul>
          ) : null}
        </>
      ) : (
        <Alert variant="info" voice={voice} heading={words.none}>
          {words.noneText}
        </Alert>
      )}
    </>
  );
}

function Period({ voice, plan }: { voice: Voice; plan: ShownPlan }): JSX.Element {
  const { plan: words, labels } = voice.words;
  return (
    <p>
      <span className="badge badge-info">{labels.planState[plan.state]}</span>{' '}
      {words.period(plan.horizonWeeks, voice.day(plan.horizonFrom))}{' '}
      {words.madeOn(voice.dayOf(plan.createdAt))}
    </p>
  );
}

function Bound({ voice, plan }: { voice: Voice; plan: ShownPlan }): JSX.Element | null {
  const { value, upperBound } = plan;
  if (value === null || upperBound === null || upperBound <= 0) return null;
  return (
    <p>
      {voice.words.plan.bound(
        voice.number(value, 1),
        voice.number(upperBound, 1),
        voice.percent(Math.floor((1000 * value) / upperBound) / 1000, 1), // at least: never rounded up
      )}
    </p>
  );
}
