/** The start page of those who have no page of their own yet. */
export const home = {
  title: 'Velkommen til Samtilsyn',
  ministry:
    'Her kommer det nationale overblik: tilsyn, fund og risiko i hele landet, regionerne og kommunerne, kun som samlede tal.',
  noFacility: 'Din bruger er ikke knyttet til et tilbud. Den, der har givet dig adgang, kan rette det.',
  nothing: 'Der er endnu ingen sider til din rolle.',
};
