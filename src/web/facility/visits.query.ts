import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const VisitParts = graphql(`
  fragment Visit on InspectionVisit {
    visitKey
    authority
    occurredOn
    availableOn
    form
    qualityModel
    isSerious
    severity
    occasionSourceTerm
    findings {
      findingKey
      kind
      topic
      sourceTerm
      severity
      dueOn
      compliedOn
    }
  }
`);

export type Visit = ResultOf<typeof VisitParts>;
export type Finding = Visit['findings'][number];
