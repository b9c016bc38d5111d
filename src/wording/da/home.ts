/** The start page of those who have no page of their own yet. */
export const home = {
  title: 'Velkommen til Samtilsyn',
  ministry:
    'Her kommer det nationale overblik: tilsyn, fund og risiko i hele landet, regionerne og kommunerne, kun som samlede tal.',
  noFacility: 'Din bruger er ikke knyttet til et tilbud. Den, der har givet dig adgang, kan rette det.',
  operator: {
    title: 'Jeres steder',
    lead: 'De steder, som jeres virksomhed driver efter registrene i dag. Vælg et for at se, hvad myndighederne har registreret om det.',
    none: 'Registrene kender ingen steder, som jeres virksomhed driver i dag. Er det forkert, så få CVR-nummeret rettet hos den myndighed, der har godkendt stedet.',
    count: (count: string): string => (count === '1' ? '1 sted' : `${count} steder`),
    table: 'Jeres steder efter navn',
    place: 'Sted',
    municipality: 'Kommune',
    type: 'Type',
    capacity: 'Pladser',
  },
  nothing: 'Der er endnu ingen sider til din rolle.',
};
