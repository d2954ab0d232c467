import type { GitHubApp } from './app'
import type { GitHubAccount, GitHubDirectory, GitHubRepository } from './directory'
import { accountView, installationView, repositorySummary, selectionOf } from './installation-view'
import { coveredBy, type Installation, type Installations, type RepositoryChoice } from './installations'
import type { Webhooks } from './webhook'

/** An installation with what belongs to it. */
export interface Placed {
  installation: Installation
  app: GitHubApp
  account: GitHubAccount
}

/** What people and apps do to an installation. Each is written down first, then told to the App's webhook. */
export interface InstallationChanges {
  suspend(placed: Placed): Promise<void>
  unsuspend(placed: Placed): Promise<void>
  uninstall(placed: Placed): Promise<void>
  configure(placed: Placed, repositories: RepositoryChoice): Promise<void>
}

export function installationChanges(
  installations: Installations,
  directory: GitHubDirectory,
  hooks: Webhooks,
  origin: () => string,
): InstallationChanges {
  /** A user's own, or the organization's owner. */
  const administratorOf = (account: GitHubAccount): GitHubAccount =>
    directory.users.find(({ login }) => directory.administers(login, account)) ?? account
  const common = ({ installation, app, account }: Placed) => ({
    installation: installationView(installation, app, account, origin()),
    sender: accountView(administratorOf(account), origin()),
  })
  const tell = (placed: Placed, action: 'suspend' | 'unsuspend' | 'deleted'): void => {
    const repositories = coveredBy(placed.installation, placed.account).map(repositorySummary)
    hooks.send(placed.app, 'installation', { action, ...common(placed), repositories })
  }
  const tellRepositories = (placed: Placed, action: 'added' | 'removed', repositories: GitHubRepository[]): void => {
    if (repositories.length === 0) return
    hooks.send(placed.app, 'installation_repositories', {
      action,
      ...common(placed),
      repository_selection: selectionOf(placed.installation),
      repositories_added: action === 'added' ? repositories.map(repositorySummary) : [],
      repositories_removed: action === 'removed' ? repositories.map(repositorySummary) : [],
      requester: null,
    })
  }
  return {
    async suspend(placed) {
      if (placed.installation.suspended !== null) return
      await installations.suspend(placed.installation, administratorOf(placed.account).login)
      tell(placed, 'suspend')
    },
    async unsuspend(placed) {
      if (placed.installation.suspended === null) return
      await installations.unsuspend(placed.installation)
      tell(placed, 'unsuspend')
    },
    async uninstall(placed) {
      await installations.uninstall(placed.installation)
      tell(placed, 'deleted')
    },
    async configure(placed, repositories) {
      const before = coveredBy(placed.installation, placed.account)
      await installations.configure(placed.installation, repositories)
      const after = coveredBy(placed.installation, placed.account)
      tellRepositories(
        placed,
        'added',
        after.filter((repository) => !before.includes(repository)),
      )
      tellRepositories(
        placed,
        'removed',
        before.filter((repository) => !after.includes(repository)),
      )
    },
  }
}
