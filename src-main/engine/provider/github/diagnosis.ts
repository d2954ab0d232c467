import type { DiagnosisLine } from '../../../../src-shared/contract/connection'
import { githubWords } from '../../../../src-shared/words/en/github'
import { EngineError } from '../../error'
import type { Held, ProviderApp } from '../provider'
import type { GitHubApi } from './api'
import { appOf } from './app-jwt'
import { CONFIGURE, githubDescription } from './description'
import { type Installation, installationIdOf, installationOn, readInstallation, scopesOf } from './installation'

/** What only GitHub can answer: whether the App has the permissions it needs, and whether it is on the repository. */
export async function diagnoseInstallation(api: GitHubApi, held: Held, repository?: string): Promise<DiagnosisLine[]> {
  const app = appOrLine(held)
  if ('check' in app) return [app]
  const id = installationIdOf(held)
  const permissions = orUnknown('scopes', async () => permissionsLine(await readInstallation(api, app, id)))
  if (repository === undefined) return [await permissions]
  const installed = orUnknown('repository', async () =>
    repositoryLine(repository, (await installationOn(api, app, repository)) === id, held.details.configureUrl),
  )
  return Promise.all([permissions, installed])
}

/** Without the App that was installed, GitHub can be asked nothing. */
function appOrLine(held: Held): ProviderApp | DiagnosisLine {
  try {
    return appOf(held)
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    const action: DiagnosisLine['action'] = { kind: 'provider_app', label: githubWords.enterApp }
    return { check: 'app', result: 'problem', message: error.message, action }
  }
}

function permissionsLine(installation: Installation): DiagnosisLine {
  const granted = new Set(scopesOf(installation))
  const missing = githubDescription.scopes
    .map(({ name }) => name)
    // Who may write may read.
    .filter((name) => !granted.has(name) && !granted.has(name.replace(/:read$/, ':write')))
  if (missing.length === 0) return { check: 'scopes', result: 'ok', message: githubWords.hasEveryPermission }
  return {
    check: 'scopes',
    result: 'problem',
    message: githubWords.lacksPermission(missing),
    action: { kind: 'open', label: CONFIGURE, url: installation.html_url },
  }
}

function repositoryLine(repository: string, isInstalled: boolean, url: string | undefined): DiagnosisLine {
  if (isInstalled) return { check: 'repository', result: 'ok', message: githubWords.installedOn(repository) }
  return {
    check: 'repository',
    result: 'problem',
    message: githubWords.notInstalledOn(repository),
    ...(url === undefined ? {} : { action: { kind: 'open', label: CONFIGURE, url } }),
  }
}

/** A question that GitHub did not answer leaves its line open, and the others alone. */
async function orUnknown(check: DiagnosisLine['check'], find: () => Promise<DiagnosisLine>): Promise<DiagnosisLine> {
  try {
    return await find()
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    const said = error.data.providerError
    return { check, result: 'unknown', message: said === undefined ? error.message : githubWords.answeredWithError(said) }
  }
}
