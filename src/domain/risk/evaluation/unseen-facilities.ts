import { boostCurves } from '../model/boost-curves.js';
import { learningRows, type ChosenSettings } from '../model/choose-settings.js';
import type { RiskModel } from '../model/risk-model.js';
import { predict } from '../model/train-candidates.js';
import { searchRidgeLogistic } from '../model/train-ridge-logistic.js';
import { pickRows, type VisitTable } from '../visit-table.js';

/** So many times a share of the places is kept from the training altogether. */
export const UNSEEN_FOLDS = 5;

/**
 * Scores of later visits by fits that had never seen the place: a model that only remembers places does worse here than
 * beside the others. Settings are those chosen on the training rows. NaN where a fold cannot tell anything.
 */
export function unseenFacilityScores(
  training: VisitTable,
  later: VisitTable,
  method: Exclude<RiskModel['method'], 'RULE'>,
  { settings, boostingRounds }: ChosenSettings,
): Float64Array {
  const scores = new Float64Array(later.rows).fill(Number.NaN);
  for (let fold = 0; fold < UNSEEN_FOLDS; fold += 1) {
    const isOut = (table: VisitTable, row: number): boolean => table.facilities[row]! % UNSEEN_FOLDS === fold;
    const rows = learningRows(
      pickRows(training, (row) => !isOut(training, row)),
      settings,
    );
    const serious = rows.outcomes.reduce((sum, outcome) => sum + outcome, 0);
    if (serious === 0 || serious === rows.rows) continue;
    const fitted =
      method === 'RIDGE_LOGISTIC'
        ? searchRidgeLogistic(rows, settings.ridge)
        : boostCurves(rows, boostingRounds);
    const { points } = predict(
      fitted,
      pickRows(later, (row) => isOut(later, row)),
    );
    let place = 0;
    for (let row = 0; row < later.rows; row += 1) if (isOut(later, row)) scores[row] = points[place++]!;
  }
  return scores;
}
