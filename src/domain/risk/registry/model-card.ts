import { modelRecord } from './model-record.js';
import type { ModelDecision } from './version-in-force.js';
import type { CombinationRule } from '../dimensions/combination-rule.js';
import { AUTHORITY_NAMES } from '../features/authority-names.js';
import type { RiskFeature } from '../features/risk-feature.js';
import { pointsInWords } from '../number-wording.js';
import type { RiskBand } from '../risk-bands.js';
import type { TrainedModel } from '../train-models.js';

/** What a card tells beside the models themselves. */
export interface CardFacts {
  readonly version: number;
  readonly inForce: number | undefined;
  /** Of all versions, oldest first. */
  readonly decisions: readonly (ModelDecision & { readonly decidedBy: string; readonly reason: string })[];
  readonly bands: readonly RiskBand[];
  readonly combination: CombinationRule;
}

/**
 * Model card and algorithm record of a version in Markdown, a fact a line, so that two versions are compared line by
 * line. Everything in it is read from the models and tables themselves.
 */
export function modelCard(
  models: readonly TrainedModel[],
  facts: CardFacts,
  features: readonly RiskFeature[],
): string[] {
  return [
    `# Model card and algorithm record, version ${facts.version}`,
    '',
    'Advice to a planner about places; it decides nothing and is never about persons.',
    '',
    '## Status',
    `- ${status(facts)}`,
    ...facts.decisions
      .filter(({ version }) => version === facts.version)
      .map(({ decision, decidedBy, reason }) => `- ${decision} by ${decidedBy}: ${reason}`),
    '',
    ...models.flatMap((trained) => [...authorityPart(trained, features), '']),
    '## One order of priority',
    '- likelihood: the plain mean of the authorities’ points',
    `- severity: ${steps(facts.combination.severity)}`,
    `- vulnerability: ${steps(facts.combination.vulnerability)}`,
    '- documentation faults: a dimension of their own; they never lift above MEDIUM alone',
    `- rule ${facts.combination.version}, ${confirmed(facts.combination.confirmed)}`,
    '',
    '## Bands',
    ...facts.bands.map(
      (band) =>
        `- ${band.band} from ${pointsInWords(band.lowerPoints, 'en')}: ${band.meaning.en} Triggers: ${band.triggers.en} (${confirmed(band.confirmed)})`,
    ),
  ];
}

function authorityPart({ model, adoption }: TrainedModel, features: readonly RiskFeature[]): string[] {
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  const name = AUTHORITY_NAMES[model.authority].en;
  const weighed = model.terms.flatMap(({ key }) => byKey.get(key) ?? []);
  return [
    `## ${name}`,
    ...modelRecord(model, adoption).map((line) => `- ${line}`),
    `### What ${name}'s model weighs`,
    ...weighed.map(
      ({ key, label, sourceAuthority, secrecyClass, expectedDirection, isActionable }) =>
        `- ${key}: ${label.en} (source ${sourceAuthority ?? 'several'}, ${secrecyClass}, expected with more of it: ${DIRECTIONS[expectedDirection]}${isActionable ? ', the place can change it' : ''})`,
    ),
  ];
}

const DIRECTIONS = { 1: 'more risk', '-1': 'less risk', 0: 'not said' } as const;

function status({ version, inForce }: CardFacts): string {
  if (inForce === version) return 'in force: approved by a named person';
  return inForce === undefined
    ? 'nobody has approved any version'
    : `not in force: version ${inForce} scores`;
}

function steps({ usual, hundredthsPerStep }: CombinationRule['severity']): string {
  return `${pointsInWords(hundredthsPerStep, 'en')} points for each step (0-4) from the usual, ${usual}`;
}

function confirmed(isConfirmed: boolean): string {
  return isConfirmed ? 'confirmed' : 'unconfirmed';
}
