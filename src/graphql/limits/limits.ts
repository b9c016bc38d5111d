/** What one question to the API may ask for at most. Pages are our own documents and are not counted. */
export interface QuestionLimits {
  /** Words and signs of the document, before it is parsed any further. The largest page of our own has some 400. */
  readonly mostTokens: number;
  /** Levels of fields, through fragments. The deepest answer that makes sense today has 9. */
  readonly deepest: number;
  /** Renamed fields: they are how one question asks the same thing many times. */
  readonly mostAliases: number;
  readonly mostDirectives: number;
  /** Fields at the top of one operation, each of which is a question of its own to the database. */
  readonly mostRootFields: number;
  /**
   * Values that an answer may hold at most, counted before anything is asked of the database: one for each field of
   * each object, with lists multiplied by the number asked for, or by what the table of list sizes says. A work list of
   * 200 places with all their plain fields and the records behind them costs about 22,000.
   */
  readonly highestCost: number;
}

export const QUESTION_LIMITS: QuestionLimits = {
  mostTokens: 2000,
  deepest: 12,
  mostAliases: 30,
  mostDirectives: 20,
  mostRootFields: 10,
  highestCost: 50_000,
};
