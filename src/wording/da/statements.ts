/** The two pages that the footer leads to, in paragraphs. */
export const statements = {
  accessibility: [
    'Siderne er lavet, så de kan bruges med tastatur, skærmlæser, forstørrelse og uden JavaScript. Målet er WCAG 2.2 niveau AA.',
    'Hver side bliver prøvet automatisk med axe, på bred og smal skærm. En automatisk prøve finder kun en del af de mulige fejl.',
    'Siderne er endnu ikke prøvet af mennesker med skærmlæser. Den officielle erklæring laves i WAS-Tool af den myndighed, der driver tjenesten.',
  ],
  privacy: [
    'Samtilsyn handler om steder, ikke om de mennesker, der bor der. Der er ingen oplysninger om borgere i tjenesten.',
    'Hemmelige adresser vises ikke. Hvad du kan se, afhænger af din rolle og din myndighed, og databasen håndhæver det.',
    'Tjenesten sætter to cookies: en, der husker, at du er logget ind, og en, der husker dit sprog. Mens du logger ind, er der en tredje i højst ti minutter. Den bruger ingen statistik og deler intet med andre.',
  ],
};
