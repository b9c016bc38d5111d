import { deliveries } from './da/deliveries.js';
import { errors } from './da/errors.js';
import { facility } from './da/facility.js';
import { home } from './da/home.js';
import { judgement } from './da/judgement.js';
import { labels } from './da/labels.js';
import { matching } from './da/matching.js';
import { models } from './da/models.js';
import { page } from './da/page.js';
import { plan } from './da/plan.js';
import { planReport } from './da/plan-report.js';
import { planWhy } from './da/plan-why.js';
import { planning } from './da/planning.js';
import { quality } from './da/quality.js';
import { selection } from './da/selection.js';
import { signIn } from './da/sign-in.js';
import { statements } from './da/statements.js';
import { workList } from './da/work-list.js';

/** Everything people read, in Danish: the source that other languages must match. */
export const da = {
  deliveries,
  errors,
  facility,
  home,
  judgement,
  labels,
  matching,
  models,
  page,
  plan,
  planning,
  planReport,
  planWhy,
  quality,
  selection,
  signIn,
  statements,
  workList,
};

export type Wording = typeof da;
