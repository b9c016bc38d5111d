/** The same sentence or label in both languages; Danish is the one that counts. */
export interface BilingualText {
  readonly da: string;
  readonly en: string;
}

export type Language = keyof BilingualText;
