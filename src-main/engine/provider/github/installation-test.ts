import type { ConnectionDetails } from '../../../../src-shared/contract/connection'
import { githubWords } from '../../../../src-shared/words/en/github'
import type { Held, ProviderTest } from '../provider'
import { testFailure } from '../test-failure'
import type { GitHubApi } from './api'
import { appOf } from './app-jwt'
import { detailsOf, installationIdOf, isSuspended, readInstallation } from './installation'
import { githubMeaning } from './meaning'

/** Asks GitHub how the installation stands: there or not, suspended or not, and which repositories it has. */
export async function testInstallation(api: GitHubApi, held: Held): Promise<ProviderTest> {
  try {
    const installation = await readInstallation(api, appOf(held), installationIdOf(held))
    const now = detailsOf(installation)
    const details = isSame(held.details, now) ? undefined : now
    if (isSuspended(installation))
      return { result: 'failure', error: githubWords.suspended, event: 'installation_suspended', details }
    return { result: 'success', event: held.details.suspended ? 'installation_unsuspended' : undefined, details }
  } catch (error) {
    return testFailure('GitHub', error, githubMeaning)
  }
}

const isSame = (before: ConnectionDetails, now: ConnectionDetails): boolean =>
  before.repositorySelection === now.repositorySelection &&
  (before.suspended ?? false) === now.suspended &&
  before.configureUrl === now.configureUrl
