/** How the authorities of a visit come together. In every mode it is one plan and a legal act of each authority. */
export const VISIT_MODES = [
  'SINGLE', // one authority
  'SAME_VISIT', // together, on one day
  'BACK_TO_BACK', // one after the other, on days that follow each other
  'DIALOGUE_MEETING', // a meeting about what is common, without inspecting
  'SHARED_FOLLOW_UP', // one of them checks what several have asked for
  'DOCUMENT_ONLY', // in writing, nobody comes
] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

export const VISIT_FORMS_PLANNED = ['ANNOUNCED', 'UNANNOUNCED'] as const;
export type PlannedForm = (typeof VISIT_FORMS_PLANNED)[number];

/** Days on which the place is disturbed by a visit of this mode with so many authorities. */
export function visitDaysOf(mode: VisitMode, authorities: number): number {
  if (mode === 'DOCUMENT_ONLY') return 0;
  return mode === 'BACK_TO_BACK' ? authorities : 1;
}

/** The modes that so many authorities can choose between; the first is the usual one. */
export function modesFor(authorities: number): readonly VisitMode[] {
  return authorities === 1
    ? ['SINGLE', 'DIALOGUE_MEETING', 'DOCUMENT_ONLY']
    : ['SAME_VISIT', 'BACK_TO_BACK', 'DIALOGUE_MEETING', 'SHARED_FOLLOW_UP', 'DOCUMENT_ONLY'];
}

/** A joint visit is announced only where nobody in it comes unannounced: one announced part would give away the others. */
export function formOf(parts: readonly { readonly form: PlannedForm }[]): PlannedForm {
  return parts.every((part) => part.form === 'ANNOUNCED') ? 'ANNOUNCED' : 'UNANNOUNCED';
}
