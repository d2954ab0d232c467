import type { DiagnosisLine } from '../../../../src-shared/contract/connection'
import { EngineError } from '../../error'
import type { Held } from '../provider'
import type { GitHubApi } from './api'
import { appOf } from './app-jwt'
import { CONFIGURE, githubDescription } from './description'
import { type Installation, installationIdOf, installationOn, readInstallation, scopesOf } from './installation'

type Action = DiagnosisLine['action']

/** What only GitHub can answer: whether the App has the permissions it needs, and whether it is on the repository. */
export async function diagnoseInstallation(api: GitHubApi, held: Held, repository?: string): Promise<DiagnosisLine[]> {
  const configure: Action =
    held.details.configureUrl === undefined ? undefined : { kind: 'open', label: CONFIGURE, url: held.details.configureUrl }
  const checks = [
    orUnknown('scopes', async () => permissionsLine(await readInstallation(api, appOf(held), installationIdOf(held)))),
  ]
  if (repository !== undefined)
    checks.push(
      orUnknown('repository', async () => {
        const installed = await installationOn(api, appOf(held), repository)
        return repositoryLine(repository, installed === installationIdOf(held), configure)
      }),
    )
  return Promise.all(checks)
}

function permissionsLine(installation: Installation): DiagnosisLine {
  const granted = new Set(scopesOf(installation))
  const missing = githubDescription.scopes
    .map(({ name }) => name)
    // Who may write may read.
    .filter((name) => !granted.has(name) && !granted.has(name.replace(/:read$/, ':write')))
  if (missing.length === 0) return { check: 'scopes', result: 'ok', message: 'The installation has every permission it needs.' }
  return {
    check: 'scopes',
    result: 'problem',
    message: `The installation lacks ${missing.join(', ')}. Add it to the App, then accept it for the installation.`,
    action: { kind: 'open', label: CONFIGURE, url: installation.html_url },
  }
}

function repositoryLine(repository: string, isInstalled: boolean, action: Action): DiagnosisLine {
  if (isInstalled) return { check: 'repository', result: 'ok', message: `The App is installed on ${repository}.` }
  return {
    check: 'repository',
    result: 'problem',
    message: `This installation of the App does not have ${repository}, so GitHub answers 404 for it. Add the repository there.`,
    ...(action === undefined ? {} : { action }),
  }
}

/** A question that GitHub did not answer leaves its line open, and the others alone. */
async function orUnknown(check: DiagnosisLine['check'], find: () => Promise<DiagnosisLine>): Promise<DiagnosisLine> {
  try {
    return await find()
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    if (error.code === 'PROVIDER_APP_MISSING')
      return {
        check,
        result: 'unknown',
        message: error.message,
        action: { kind: 'provider_app', label: 'Enter your App' },
      }
    const said = error.data.providerError
    return { check, result: 'unknown', message: said === undefined ? error.message : `GitHub answered with an error (${said}).` }
  }
}
