import type { Wording } from './da.js';
import { deliveries } from './en/deliveries.js';
import { errors } from './en/errors.js';
import { facility } from './en/facility.js';
import { home } from './en/home.js';
import { judgement } from './en/judgement.js';
import { labels } from './en/labels.js';
import { matching } from './en/matching.js';
import { models } from './en/models.js';
import { page } from './en/page.js';
import { plan } from './en/plan.js';
import { planReport } from './en/plan-report.js';
import { planWhy } from './en/plan-why.js';
import { planning } from './en/planning.js';
import { quality } from './en/quality.js';
import { selection } from './en/selection.js';
import { signIn } from './en/sign-in.js';
import { statements } from './en/statements.js';
import { workList } from './en/work-list.js';

export const en: Wording = {
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
