import { findSlot, nameOfSlot } from './changed-instance.js';
import type { PlanGround } from './plan-ground.js';
import type { PlannedReason, SlotKey, UnplannedReason } from '../plan.js';
import type { AuthorityPart } from '../planning-instance.js';
import { HazardCurves, hazardOf } from '../hazard.js';
import { isDrawnFor } from '../planning-weeks.js';
import { whyUnplanned } from '../stage-one/why-unplanned.js';
import { reasonsOf } from '../stage-one/write-plan.js';
import { bitCount, bitsOf, dutyRow, NO_DEADLINE } from '../stage-one/year-problem.js';
import { horizonEnd, weeksAvoided, weeksSinceLastVisit } from '../visit-value.js';
import type { ResponsibleUnit } from '../../shared/authority.js';

/** What a visit in one period is worth and costs, in units of a mean visit's value. */
export interface VisitBalance {
  /** First week of the period. */
  readonly week: number;
  /** Harm avoided. */
  readonly risk: number;
  /** That it is a duty, and how late. */
  readonly duty: number;
  /** Its hours at the price of the office's hours. */
  readonly hoursCost: number;
  /** Its share of the day of disturbance. */
  readonly disturbance: number;
}

export interface PlannedExplanation {
  readonly isPlanned: true;
  readonly week: number;
  readonly reasons: readonly PlannedReason[];
  readonly balance: VisitBalance;
  /** Alone, in the period that would suit it best at today's prices. */
  readonly alone: VisitBalance;
  /** It would come earlier if it did not wait for these. */
  readonly waitsFor: readonly ResponsibleUnit[];
}

export interface MissingExplanation {
  readonly isPlanned: false;
  readonly reason: UnplannedReason;
  /** Alone, in the period that suits it best; null where no week is open to it. */
  readonly alone: VisitBalance | null;
  /** By how much the best is too little; 0 or less where prices alone would let it in. */
  readonly shortfall: number | null;
  /** The least probability of a problem within 12 months from which it would pay its hours; null where none does. */
  readonly neededProbability: number | null;
}

export type SlotExplanation = PlannedExplanation | MissingExplanation;

/** Why a slot has its visit when it has it, or none. Throws RangeError where the instance has no such slot. */
export function explainSlot(ground: PlanGround, key: SlotKey): SlotExplanation {
  const { compiled, plan, prices, slotOf } = ground;
  const { facility, part } = findSlot(compiled.instance, key);
  const slot = slotOf.get(nameOfSlot(key))!;
  const alone = bestAlone(ground, slot);
  if (plan.bucketOf[slot]! < 0) {
    const shortfall = alone ? -net(alone) : null;
    return {
      isPlanned: false,
      reason: whyUnplanned(compiled, plan, prices, facility, part, slot, key.slot, ground.drawn),
      alone,
      shortfall,
      neededProbability:
        shortfall !== null && shortfall > 0 ? neededProbability(ground, key, part, slot) : null,
    };
  }
  const together = plan.togetherOf[slot]!;
  const size = bitCount(together);
  const bucket = plan.bucketOf[slot]!;
  const balance = balanceOf(ground, slot, bucket, size);
  const first = plan.problem.firstSlot[plan.problem.facilityOf[slot]!]!;
  const isEarlierAlone = alone !== null && alone.week < balance.week && net(alone) > net(balance);
  return {
    isPlanned: true,
    week: plan.weekOf[slot]!,
    reasons: reasonsOf(plan, prices, slot, isDrawnFor(part.slots[key.slot]!, plan.weekOf[slot]!)),
    balance,
    alone: alone ?? balance,
    waitsFor:
      size > 1 && isEarlierAlone
        ? bitsOf(together)
            .filter((bit) => first + bit !== slot)
            .map((bit) => facility.parts[plan.problem.slotPart[first + bit]!]!.responsibleUnit)
        : [],
  };
}

export function net({ risk, duty, hoursCost, disturbance }: VisitBalance): number {
  return risk + duty - hoursCost - disturbance;
}

function balanceOf({ plan, prices }: PlanGround, slot: number, bucket: number, size: number): VisitBalance {
  const { worth, duty, deadline, buckets, burden, hours, maxJoint, slotClass, firstWeek } = plan.problem;
  return {
    week: firstWeek[bucket]!,
    risk: worth[slot * buckets + bucket]!,
    duty: duty[dutyRow(deadline[slot]!) * buckets + bucket]!,
    hoursCost: hours[slot * maxJoint + size - 1]! * prices.ofClass[slotClass[slot]! * buckets + bucket]!,
    disturbance: burden / size,
  };
}

function bestAlone(ground: PlanGround, slot: number): VisitBalance | null {
  const { worth, buckets } = ground.plan.problem;
  let best: VisitBalance | null = null;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (worth[slot * buckets + bucket] === -Infinity) continue;
    const balance = balanceOf(ground, slot, bucket, 1);
    if (!best || net(balance) > net(best)) best = balance;
  }
  return best;
}

const PROBABILITY_STEP = 0.005;
const HIGHEST_PROBABILITY = 0.995;

/**
 * More risk is not always worth more: where a problem is all but certain a visit sooner or later finds it again. So the
 * probabilities above today's are looked at one after the other.
 */
function neededProbability(
  ground: PlanGround,
  key: SlotKey,
  part: AuthorityPart,
  slot: number,
): number | null {
  const { instance, problem } = ground.compiled;
  if (problem.deadline[slot] !== NO_DEADLINE || part.slots.length > 1) return null;
  const { parameters } = instance;
  const curves = new HazardCurves(parameters.hazardShape);
  const age = weeksSinceLastVisit(part, instance.startsOn, parameters);
  const end = horizonEnd(instance);
  const avoided = (probability: number, bucket: number): number =>
    weeksAvoided(
      hazardOf(probability, curves),
      -age,
      (problem.firstWeek[bucket]! + problem.firstWeek[bucket + 1]!) / 2,
      end,
    );
  const open = Array.from({ length: problem.buckets }, (_, bucket) => bucket)
    .filter((bucket) => problem.worth[slot * problem.buckets + bucket]! > 0)
    .map((bucket) => ({
      bucket,
      balance: balanceOf(ground, slot, bucket, 1),
      today: avoided(part.probability12Months, bucket),
    }));
  for (
    let probability = Math.ceil(part.probability12Months / PROBABILITY_STEP) * PROBABILITY_STEP;
    probability <= HIGHEST_PROBABILITY;
    probability += PROBABILITY_STEP
  ) {
    const pays = open.some(({ bucket, balance, today }) => {
      const risk = today > 0 ? balance.risk * (avoided(probability, bucket) / today) : 0;
      return net({ ...balance, risk }) >= 0;
    });
    if (pays) return Math.round(1_000 * probability) / 1_000;
  }
  return null;
}
