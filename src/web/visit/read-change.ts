import { parseDay } from '../../domain/shared/day.js';
import { da } from '../../wording/da.js';

type Labels = (typeof da)['labels'];
const KINDS = da.planning.visit.changes;

/** A change as the form says it; which of the rest counts depends on the kind. */
export interface AskedChange {
  readonly kind: keyof typeof KINDS;
  readonly weekStart: string | undefined;
  readonly mode: keyof Labels['visitMode'] | undefined;
  readonly form: keyof (typeof da)['planning']['labels']['form'] | undefined;
}

/** Undefined where the form does not say what its kind needs. */
export function readChange(form: Record<string, unknown>): AskedChange | undefined {
  const kind = keyIn(KINDS, form['slags']);
  const week = typeof form['uge'] === 'string' ? parseDay(form['uge']) : undefined;
  const asked = {
    kind,
    weekStart: kind === 'MOVED' ? week : undefined,
    mode: kind === 'MODE_CHANGED' ? keyIn(da.labels.visitMode, form['form']) : undefined,
    form: kind === 'FORM_CHANGED' ? keyIn(da.planning.labels.form, form['varsling']) : undefined,
  };
  const isWhole =
    kind === 'PART_DROPPED' || [asked.weekStart, asked.mode, asked.form].some((each) => each !== undefined);
  return kind !== undefined && isWhole ? { ...asked, kind } : undefined;
}

/** The reason that a form names; undefined where it names none. */
export function reasonIn(
  form: Record<string, unknown>,
): keyof (typeof da)['planning']['labels']['reason'] | undefined {
  return keyIn(da.planning.labels.reason, form['begrundelse']);
}

function keyIn<Key extends string>(record: Readonly<Record<Key, unknown>>, text: unknown): Key | undefined {
  return (Object.keys(record) as Key[]).find((key) => key === text);
}
