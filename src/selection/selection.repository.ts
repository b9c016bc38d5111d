import type { Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type {
  Channel,
  DrawFacts,
  DrawOutcome,
  DrawPlace,
  NewSelection,
  RandomDraw,
  RandomShare,
  VisitSelection,
} from './selection.js';

export abstract class SelectionRepository {
  /** Only one draw at a time in a database: waits for another one. */
  abstract lockDraws(): Promise<void>;
  abstract findDraw(authority: Authority, periodFrom: Day): Promise<RandomDraw | undefined>;
  /** Keeps the seed where nobody but the service reads it before the period is over. */
  abstract commitDraw(authority: Authority, period: { from: Day; to: Day }, seed: string): Promise<void>;
  /** Undefined until the period is over, for everybody but the service. */
  abstract seedOf(drawId: string): Promise<string | undefined>;
  abstract drawFacts(authority: Authority, on: Day): Promise<DrawFacts>;
  /** Stores the draw with all its places, and the drawn ones as selections. */
  abstract storeDraw(
    draw: RandomDraw,
    places: readonly DrawPlace[],
    figures: { share: number; expectedVisits: number; frameSize: number; sampleSize: number },
  ): Promise<void>;
  abstract placesOf(drawId: string): Promise<DrawPlace[]>;
  /** Draws that the asker may see, newest first. */
  abstract draws(): Promise<RandomDraw[]>;
  /** Every place of the draws of the last four quarters that were over on that day, with what its first visit found. */
  abstract outcomes(today: Day): Promise<DrawOutcome[]>;

  abstract randomShares(): Promise<RandomShare[]>;
  abstract askForShare(authority: Authority, share: number, reason: string): Promise<void>;
  abstract secondShare(changeId: string): Promise<void>;

  abstract facilityExists(facilityId: string): Promise<boolean>;
  abstract addSelection(authority: Authority, selection: NewSelection): Promise<VisitSelection>;
  abstract selectionsOf(facilityIds: readonly string[]): Promise<VisitSelection[]>;
  abstract selectionsByChannel(): Promise<{ channel: Channel; selections: number }[]>;
  abstract fewestVisitsForPrevalence(): Promise<number>;
}
