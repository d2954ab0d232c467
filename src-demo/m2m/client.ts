/** The demo's machine-to-machine client. Its secret is a public constant and says what it is. */
export const m2mClient = {
  clientId: 'demo-connect-service',
  clientSecret: 'demo-m2m-client-secret-not-a-real-one',
}

/** What its tokens may be used for (`scope`), and by whom they are taken (`aud`). */
export const m2mScopes = ['eda', 'mechanical']
export const m2mAudience = 'neurocad-demo-services'
