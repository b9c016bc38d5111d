import { jointVisitHours } from '../joint-hours.js';
import type { AuthorityPart, PlanningInstance } from '../planning-instance.js';
import { modesFor, visitDaysOf, type PlannedForm, type VisitMode } from '../life-cycle/visit-modes.js';
import type { Authority, ResponsibleUnit } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';
import { ExpectedError } from '../../shared/expected-error.js';

export interface PlacedPart {
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  /** The office's name. */
  readonly office: string;
  readonly hours: number;
  readonly latestOn: Day | null;
  readonly reasons: readonly string[];
  readonly form: PlannedForm;
}

/** A visit of a stored plan, in the week that begins on a Monday. */
export interface PlacedVisit {
  readonly id: string;
  readonly facilityId: string;
  readonly weekStart: Day;
  readonly mode: VisitMode;
  readonly parts: readonly PlacedPart[];
}

/** What a person wants to change by hand; parts are those of the person's own unit. */
export type VisitChange =
  | { readonly kind: 'MOVED'; readonly weekStart: Day }
  | { readonly kind: 'MODE_CHANGED'; readonly mode: VisitMode }
  | { readonly kind: 'FORM_CHANGED'; readonly form: PlannedForm }
  | { readonly kind: 'PART_DROPPED' }
  | { readonly kind: 'VISIT_ADDED'; readonly weekStart: Day; readonly form: PlannedForm };

export interface Changer {
  readonly authority: Authority;
  readonly unit: ResponsibleUnit;
}

/** A version of a visit as it is to be stored. */
export interface ChangedVisit extends Omit<PlacedVisit, 'id'> {
  readonly visitDays: number;
}

/**
 * The visit after the change; null where nothing is left of it. `visit` is null for a visit that is added where the
 * place has none in that week. Throws BAD_INPUT with the field and the mend where the change makes no sense.
 */
export function changedVisit(
  instance: PlanningInstance,
  visit: PlacedVisit | null,
  facilityId: string,
  change: VisitChange,
  by: Changer,
): ChangedVisit | null {
  if (change.kind === 'VISIT_ADDED') return withOwnPart(instance, visit, facilityId, change, by);
  if (!visit) throw new ExpectedError('NOT_FOUND', 'There is no such visit in the plan.');
  const own = visit.parts.some((part) => part.responsibleUnit === by.unit);
  if (!own) {
    throw new ExpectedError(
      'FORBIDDEN',
      `${by.unit} has no part in this visit; those who have can change it.`,
    );
  }
  switch (change.kind) {
    case 'MOVED':
      if (change.weekStart === visit.weekStart) {
        throw new ExpectedError('BAD_INPUT', `weekStart is ${change.weekStart}, where the visit is already.`);
      }
      return shaped({ ...visit, weekStart: change.weekStart });
    case 'MODE_CHANGED':
      if (!modesFor(visit.parts.length).includes(change.mode)) {
        throw new ExpectedError(
          'BAD_INPUT',
          `mode is ${change.mode}; for ${visit.parts.length} it can be ${modesFor(visit.parts.length).join(', ')}.`,
        );
      }
      return shaped({ ...visit, mode: change.mode });
    case 'FORM_CHANGED':
      return shaped({
        ...visit,
        parts: visit.parts.map((part) =>
          part.responsibleUnit === by.unit ? { ...part, form: change.form } : part,
        ),
      });
    case 'PART_DROPPED': {
      const parts = visit.parts.filter((part) => part.responsibleUnit !== by.unit);
      return parts.length === 0 ? null : shaped(withHours(instance, { ...visit, parts }));
    }
  }
}

function withOwnPart(
  instance: PlanningInstance,
  visit: PlacedVisit | null,
  facilityId: string,
  change: Extract<VisitChange, { kind: 'VISIT_ADDED' }>,
  by: Changer,
): ChangedVisit {
  if (visit?.parts.some((part) => part.responsibleUnit === by.unit)) {
    throw new ExpectedError(
      'BAD_INPUT',
      `weekStart is ${change.weekStart}; ${by.unit} comes in that week already.`,
    );
  }
  const duty = partOf(instance, facilityId, by.unit);
  if (!duty)
    throw new ExpectedError('BAD_INPUT', `facilityId is ${facilityId}, which ${by.unit} does not inspect.`);
  const added: PlacedPart = {
    authority: by.authority,
    responsibleUnit: by.unit,
    office: duty.officeId.slice(duty.officeId.indexOf('/') + 1),
    hours: 0,
    latestOn: duty.slots[0]?.window.latest ?? null,
    reasons: ['PINNED'],
    form: change.form,
  };
  const before = visit ?? {
    id: '',
    facilityId,
    weekStart: change.weekStart,
    mode: 'SINGLE' as const,
    parts: [],
  };
  const parts = [...before.parts, added];
  return shaped(withHours(instance, { ...before, parts }));
}

/** The hours of every part anew: they depend on how many come. */
function withHours(instance: PlanningInstance, visit: PlacedVisit): PlacedVisit {
  const { jointHours } = instance.parameters;
  return {
    ...visit,
    parts: visit.parts.map((part) => {
      const duty = partOf(instance, visit.facilityId, part.responsibleUnit);
      return duty ? { ...part, hours: jointVisitHours(duty, visit.parts.length, jointHours) } : part;
    }),
  };
}

function shaped({ facilityId, weekStart, mode, parts }: PlacedVisit): ChangedVisit {
  const fitting = modesFor(parts.length).includes(mode) ? mode : modesFor(parts.length)[0]!;
  return { facilityId, weekStart, mode: fitting, visitDays: visitDaysOf(fitting, parts.length), parts };
}

export function partOf(
  instance: PlanningInstance,
  facilityId: string,
  unit: ResponsibleUnit,
): AuthorityPart | undefined {
  return instance.facilities
    .find((facility) => facility.id === facilityId)
    ?.parts.find((part) => part.responsibleUnit === unit);
}
