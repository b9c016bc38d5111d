/** The words of `reaktion` in socialtilsynet's file. Any but the first is a serious finding. */
export const REAKTIONER = ['ingen', 'vilkår', 'påbud', 'skærpet tilsyn'] as const;
export const INGEN_REAKTION: (typeof REAKTIONER)[number] = 'ingen';
