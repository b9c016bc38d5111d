/** The package ships no types; only what is used here is declared. */
declare module 'ml-regression' {
  export class MultivariateLinearRegression {
    /** `x`: rows by columns, `y`: rows by outputs. NaN in either gives NaN weights without an error. */
    constructor(
      x: readonly (readonly number[])[],
      y: readonly (readonly number[])[],
      options: { readonly intercept: boolean; readonly statistics: boolean },
    );
    /** Columns by outputs. */
    readonly weights: number[][];
  }
}
