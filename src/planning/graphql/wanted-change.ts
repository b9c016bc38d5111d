import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { WantedChange } from '../life-cycle/plan-changes.service.js';
import type { PlanChangeInput } from './plan-change.type.js';

/** The input as one of the changes there are; throws BAD_INPUT where what its kind needs is missing. */
export function wantedChange(input: PlanChangeInput): WantedChange {
  const { planId, kind } = input;
  const needed = <Field extends keyof PlanChangeInput>(field: Field): NonNullable<PlanChangeInput[Field]> => {
    const value = input[field];
    if (value === null || value === undefined) {
      throw new ExpectedError('BAD_INPUT', `${field} is missing; a change of the kind ${kind} needs it.`);
    }
    return value;
  };
  if (kind === 'VISIT_ADDED') {
    return {
      planId,
      visitId: null,
      facilityId: needed('facilityId'),
      change: { kind, weekStart: needed('weekStart') },
    };
  }
  const common = { planId, visitId: needed('visitId'), facilityId: null };
  switch (kind) {
    case 'MOVED':
      return { ...common, change: { kind, weekStart: needed('weekStart') } };
    case 'MODE_CHANGED':
      return { ...common, change: { kind, mode: needed('mode') } };
    case 'FORM_CHANGED':
      return { ...common, change: { kind, form: needed('form') } };
    case 'PART_DROPPED':
      return { ...common, change: { kind } };
  }
}
