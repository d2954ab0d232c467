/** What an operator writes for the two managed types; undefined leaves a field of `serviceApi` out. */
export const operatorConfig = (service: Record<string, unknown> = {}, origin = 'https://neurocad.example') => ({
  format: 1,
  serviceApi: {
    tokenUrl: `${origin}/oauth2/token`,
    clientId: 'connect-service',
    clientSecret: 'the-operators-client-secret',
    scopes: ['eda', 'mechanical'],
    edaUrl: `${origin}/eda/`,
    mechanicalUrl: `${origin}/mechanical/`,
    ...service,
  },
  neurocadDesktopApi: { sessionManagerUrl: `${origin}/sessions/` },
})
