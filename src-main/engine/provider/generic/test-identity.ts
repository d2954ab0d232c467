import type { LifecycleEvent } from '../../../../src-shared/domain/lifecycle'
import { genericTypeWords } from '../../../../src-shared/words/en/generic-types'
import type { Fetch } from '../../port'
import type { ProviderTest } from '../provider'
import { testFailure } from '../test-failure'
import { askIdentity } from './identity'
import type { DeclaredServer } from './oauth-provider'

/** RFC 6750, section 3.1: 401 speaks of the token; 403 of what it may do, which says nothing against the token. */
const meaning = (code: string): LifecycleEvent | undefined => (code === 'http_401' ? 'rejected_by_provider' : undefined)

/** A test that asks whom the token stands for. Never takes silence for success: with nobody to ask, it fails and says so. */
export async function testIdentity(
  fetch: Fetch,
  name: string,
  declare: () => DeclaredServer | Promise<DeclaredServer>,
  token: string,
): Promise<ProviderTest> {
  try {
    const { oauth, identity } = await declare()
    if (identity === undefined) {
      const error = genericTypeWords.cannotBeTestedHere(name)
      return { result: 'failure', cannotAsk: true, error }
    }
    await askIdentity(fetch, identity, token, oauth.origins)
    return { result: 'success' }
  } catch (error) {
    return testFailure(name, error, meaning)
  }
}
