import { githubWords } from '../../../../src-shared/words/en/github'
import { EngineError } from '../../error'
import type { Fetch } from '../../port'
import { bearer } from '../injection'
import type { Provider } from '../provider'
import { type GitHubApi, githubHeaders } from './api'
import { checkGitHubApp } from './app-jwt'
import { githubAuthorization } from './authorization'
import { githubDescription } from './description'
import { diagnoseInstallation } from './diagnosis'
import type { GitHubEndpoints } from './endpoints'
import { githubEvents } from './events'
import { deleteInstallation, mintInstallationToken } from './installation'
import { testInstallation } from './installation-test'
import { githubManifest } from './manifest'
import { githubMeaning } from './meaning'

/**
 * GitHub: an App installed on an account. Its key makes a token for an hour before a request needs one.
 * @param fetch bounded
 * @param now milliseconds since the epoch
 */
export function github(fetch: Fetch, endpoints: GitHubEndpoints, now: () => number): Provider {
  const api: GitHubApi = { fetch, apiUrl: endpoints.apiUrl, now }
  return {
    description: githubDescription,
    authorization: githubAuthorization(api, endpoints),
    appManifest: githubManifest(api, endpoints),
    checkApp: checkGitHubApp,
    test: (held) => testInstallation(api, held),
    revoke: (held) => deleteInstallation(api, held),
    mint: (held) => mintInstallationToken(api, held),
    meaning: githubMeaning,
    diagnose: (held, { repository }) => diagnoseInstallation(api, held, repository),
    events: githubEvents,

    inject(_, minted) {
      if (minted === undefined) throw new EngineError('INTERNAL')
      const { headers, ...rest } = bearer(minted, [new URL(endpoints.apiUrl).origin])
      return { ...rest, headers: { ...headers, ...githubHeaders } }
    },

    sameGrant: (a, b) => a.details.installationId !== undefined && a.details.installationId === b.details.installationId,

    manualRevoke: githubWords.manualRevoke,
  }
}
