import type { EmulatedApp, EmulatedPerson, EmulatedService } from './service'

const usersByEmail = (people: readonly EmulatedPerson[]) => people.map(({ email, label }) => ({ email, name: label }))

const client = ({ clientId, clientSecret, name, redirectUris }: EmulatedApp) => ({
  client_id: clientId,
  client_secret: clientSecret,
  name,
  redirect_uris: redirectUris,
})

const google: EmulatedService = {
  emulator: 'google',
  type: 'googleApi',
  name: 'Google',
  clientId: '100000000000-demo.apps.googleusercontent.com',
  secretOf: (random) => `GOCSPX-${random.toString('base64url').slice(0, 28)}`,
  paths: {
    authorize: '/o/oauth2/v2/auth',
    approve: '/o/oauth2/v2/auth/callback',
    token: '/oauth2/token',
    revoke: '/oauth2/revoke',
  },
  open: /^\/(\.well-known\/openid-configuration|oauth2\/v3\/certs)$/,
  approver: ({ email }) => ({ email }),
  drawnId: { path: '/oauth2/v2/userinfo', name: 'sub' },
  seed: (people, app) => ({ users: usersByEmail(people), oauth_clients: [client(app)] }),
  endpoints: (url) => ({
    authorizeUrl: `${url}/o/oauth2/v2/auth`,
    tokenUrl: `${url}/oauth2/token`,
    revokeUrl: `${url}/oauth2/revoke`,
    identityUrl: `${url}/oauth2/v2/userinfo`,
  }),
}

const microsoft: EmulatedService = {
  emulator: 'microsoft',
  type: 'microsoftApi',
  name: 'Microsoft',
  clientId: '00000000-0000-4000-8000-00000000d340',
  secretOf: (random) => random.toString('base64url').slice(0, 37).replace(/^.{3}/, '$&8Q~'),
  takesLinks: true,
  paths: {
    authorize: '/oauth2/v2.0/authorize',
    approve: '/oauth2/v2.0/authorize/callback',
    token: '/oauth2/v2.0/token',
  },
  open: /\/(\.well-known\/openid-configuration|discovery\/v2\.0\/keys)$/,
  approver: ({ email }) => ({ email }),
  drawnId: { path: '/v1.0/me', name: 'id' },
  seed: (people, app) => ({ users: usersByEmail(people), oauth_clients: [client(app)] }),
  endpoints: (url) => ({
    authorizeUrl: `${url}/oauth2/v2.0/authorize`,
    tokenUrl: `${url}/oauth2/v2.0/token`,
    identityUrl: `${url}/v1.0/me`,
  }),
}

const linear: EmulatedService = {
  emulator: 'linear',
  type: 'linearApi',
  name: 'Linear',
  clientId: 'demo-linear-client',
  secretOf: (random) => random.toString('hex').slice(0, 32),
  paths: {
    authorize: '/oauth/authorize',
    approve: '/oauth/authorize/callback',
    token: '/oauth/token',
    revoke: '/oauth/revoke',
  },
  open: /^$/,
  approver: ({ id }) => ({ user_ref: id }),
  seed: (people, app) => ({
    organization: { name: 'Larkspur Devices', url_key: 'larkspur-devices' },
    users: people.map(({ id, email, label }) => ({ id, email, name: label })),
    oauth_apps: [{ ...client(app), scopes: ['read', 'write'] }],
  }),
  endpoints: (url) => ({
    authorizeUrl: `${url}/oauth/authorize`,
    tokenUrl: `${url}/oauth/token`,
    revokeUrl: `${url}/oauth/revoke`,
    identityUrl: `${url}/graphql`,
  }),
}

const oktaServer = '/oauth2/default'

const okta: EmulatedService = {
  emulator: 'okta',
  type: 'oktaApi',
  name: 'Okta',
  clientId: '0oademoclient000000',
  secretOf: (random) => random.toString('base64url').slice(0, 64),
  paths: {
    authorize: `${oktaServer}/v1/authorize`,
    approve: `${oktaServer}/v1/authorize/callback`,
    token: `${oktaServer}/v1/token`,
    revoke: `${oktaServer}/v1/revoke`,
  },
  open: /\/(\.well-known\/[a-z-]+|v1\/keys)(\/|$)/,
  approver: ({ id }) => ({ user_ref: id }),
  seed: (people, app) => ({
    users: people.map(({ id, email, label }) => ({ okta_id: id, login: email, email, display_name: label })),
    oauth_clients: [client(app)],
  }),
  // What was entered before a restart names a port that is somebody else's now.
  endpoints: (url) => ({ issuer: `${url}${oktaServer}` }),
  appFields: (url) => ({ issuer: `${url}${oktaServer}` }),
}

/** The services of emulate that plain OAuth 2.0 types are declared for. */
export const emulatedServices: readonly EmulatedService[] = [google, microsoft, linear, okta]
