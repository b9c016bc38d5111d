import { Injectable } from '@nestjs/common';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { Identity } from '../../domain/shared/identity.js';
import type { Day } from '../../domain/shared/day.js';
import { keeperOf } from '../life-cycle/plan-keeper.js';
import { PlanWatchRepository, type InspectorAbsence, type NewAbsence } from './plan-watch.repository.js';

/** Days on which an inspector of the own unit cannot be sent, for sickness or anything else that is not in the deliveries. */
@Injectable()
export class Absences {
  constructor(private readonly repository: PlanWatchRepository) {}

  async from(on: Day): Promise<InspectorAbsence[]> {
    return this.repository.absences(on);
  }

  /** Throws BAD_INPUT, or NOT_FOUND where the own unit has no such inspector. */
  async register(absence: NewAbsence, identity: Identity): Promise<InspectorAbsence> {
    keeperOf(identity);
    if (absence.to < absence.from) {
      throw new ExpectedError('BAD_INPUT', `to is ${absence.to}, before from, ${absence.from}.`);
    }
    const added = await this.repository.addAbsence(absence, identity.person);
    if (!added) {
      throw new ExpectedError(
        'NOT_FOUND',
        `inspector is ${absence.inspector}; your unit has no inspector with this code.`,
      );
    }
    return added;
  }

  /** Throws NOT_FOUND where the own unit has no such absence in force. */
  async withdraw(id: string, identity: Identity): Promise<void> {
    keeperOf(identity);
    if (await this.repository.withdrawAbsence(id, identity.person)) return;
    throw new ExpectedError('NOT_FOUND', 'Your unit has no such absence.');
  }
}
