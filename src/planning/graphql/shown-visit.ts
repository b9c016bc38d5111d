import { agreementOf } from '../../domain/planning/life-cycle/agreement.js';
import { formOf } from '../../domain/planning/life-cycle/visit-modes.js';
import type { KeptVisit } from '../life-cycle/kept-plan.js';
import type { PlannedVisit } from './planned-visit.type.js';

export function shownVisit(visit: KeptVisit): PlannedVisit {
  return { ...visit, form: formOf(visit.parts), state: agreementOf(visit.parts) };
}
