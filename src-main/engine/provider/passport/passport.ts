import { passportWords } from '../../../../src-shared/words/en/passport'
import { revokeToken } from '../../oauth/revocation'
import { bearer } from '../injection'
import type { Provider } from '../provider'
import { passportAuthorization } from './authorization'
import { checkPassportApp, clientOf, declarationOf, type PassportContext } from './client'
import { passportDescription } from './description'
import { testPassport } from './identity-test'
import { passportRefresh } from './refresh'
import { opened } from './tokens'

/** The Neurocad Passport: a sign-in at Cognito that is exchanged for a short-lived identity on the Neurocad platform. */
export function passport(context: PassportContext): Provider {
  return {
    description: passportDescription,
    authorization: passportAuthorization(context),
    checkApp: checkPassportApp,
    test: (held) => testPassport(context, held),
    refresh: (held, now, force) => passportRefresh(context, held, now, force),

    async revoke(held) {
      const { app, issuer } = clientOf(held.app)
      const { refreshToken } = opened(held.secret)
      await revokeToken(await declarationOf(context, issuer), context.fetch, app, refreshToken, 'refresh_token')
    },

    inject: ({ secret, app }) => bearer(opened(secret).identityToken, [new URL(clientOf(app).identityUrl).origin]),

    // Every sign-in is a grant of its own.
    sameGrant: () => false,

    manualRevoke: passportWords.manualRevoke,
  }
}
