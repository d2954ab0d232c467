import type { ClientCredentials } from '../client-authentication'
import type { Derive } from '../seed'

/** The demo's machine-to-machine client. Cognito's client secrets are 51 digits and small letters. */
export const m2mClient = (derive: Derive): ClientCredentials => ({
  clientId: 'demo-connect-service',
  clientSecret: BigInt(`0x${derive('m2m client secret', 40).toString('hex')}`)
    .toString(36)
    .slice(-51),
})

/** What its tokens may be used for (`scope`), and by whom they are taken (`aud`). */
export const m2mScopes = ['eda', 'mechanical']
export const m2mAudience = 'neurocad-demo-services'
