/** The one public client registered at the demo's Cognito: it has no secret. */
export const passportClientId = 'neurocad-connect-demo'
export const passportAppName = 'Neurocad Connect'

/** Paths of a Cognito user pool's domain. Source: https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html */
export const passportPaths = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  revocation: '/oauth2/revoke',
  userinfo: '/oauth2/userInfo',
  jwks: '/.well-known/jwks.json',
} as const
