import { createPrivateKey, type KeyObject } from 'node:crypto'
import { createAppAuth } from '@octokit/auth-app'
import { githubWords } from '../../../../src-shared/words/en/github'
import { EngineError, invalidInput } from '../../error'
import type { Held, ProviderApp } from '../provider'

/** Throws `INVALID_INPUT` for a private key that could never sign. */
export function checkGitHubApp({ fields }: ProviderApp): void {
  if (rsaKey(fields.privateKey) === undefined) throw invalidInput('privateKey', githubWords.mustBeRsaKey)
}

/**
 * What an App proves itself with: RS256 over its id, good for ten minutes, and made anew for every request.
 * Source: https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export async function appJwt({ fields: { appId, privateKey } }: ProviderApp): Promise<string> {
  const key = rsaKey(privateKey)
  // Entered as another type's, or before there was this check: to be entered again.
  if (appId === undefined || key === undefined) throw new EngineError('PROVIDER_APP_MISSING', { type: 'githubApi' })
  // GitHub gives keys as PKCS#1; this form works whatever was entered. Signing needs no network.
  const auth = createAppAuth({ appId, privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString() })
  return (await auth({ type: 'app' })).token
}

/**
 * The App that an installation belongs to. Throws `PROVIDER_APP_MISSING`, also where another one was entered since: GitHub
 * would answer that one as if the installation were gone.
 */
export function appOf({ app, details }: Held): ProviderApp {
  if (app === undefined) throw new EngineError('PROVIDER_APP_MISSING', { type: 'githubApi' })
  if (app.fields.appId !== details.appId)
    throw new EngineError('PROVIDER_APP_MISSING', { type: 'githubApi' }, githubWords.ofAnotherApp)
  return app
}

function rsaKey(pem: string | undefined): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem ?? '')
    return key.asymmetricKeyType === 'rsa' ? key : undefined
  } catch {
    return undefined
  }
}
