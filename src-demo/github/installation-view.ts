import type { GitHubApp } from './app'
import type { GitHubAccount, GitHubRepository } from './directory'
import type { Installation } from './installations'

/** GitHub's JSON of things, as REST answers and webhooks have it. `origin` is the demo's own, without a trailing slash. */

export const accountView = ({ id, login, type }: GitHubAccount, origin: string) => ({
  login,
  id,
  node_id: nodeId(type, id),
  avatar_url: '',
  url: `${origin}/users/${login}`,
  html_url: `${origin}/${login}`,
  type,
  site_admin: false,
})

/** The short form that webhooks carry. */
export const repositorySummary = ({ id, name, fullName }: GitHubRepository) => ({
  id,
  node_id: nodeId('Repository', id),
  name,
  full_name: fullName,
  private: true,
})

export const selectionOf = ({ repositories }: Installation): 'all' | 'selected' => (repositories === 'all' ? 'all' : 'selected')

export function installationView(installation: Installation, app: GitHubApp, account: GitHubAccount, origin: string) {
  const { id, suspended } = installation
  const pages = account.type === 'User' ? origin : `${origin}/organizations/${account.login}`
  return {
    id,
    account: accountView(account, origin),
    repository_selection: selectionOf(installation),
    access_tokens_url: `${origin}/app/installations/${id}/access_tokens`,
    repositories_url: `${origin}/installation/repositories`,
    html_url: `${pages}/settings/installations/${id}`,
    app_id: app.appId,
    app_slug: app.slug,
    client_id: app.clientId,
    target_id: account.id,
    target_type: account.type,
    permissions: app.permissions,
    events: app.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: suspended && { login: suspended.by },
    suspended_at: suspended?.at ?? null,
  }
}

/** `owner` is the user who registered it. */
export const appView = (app: GitHubApp, owner: GitHubAccount | undefined, origin: string) => ({
  id: app.appId,
  slug: app.slug,
  node_id: nodeId('App', app.appId),
  client_id: app.clientId,
  owner: owner ? accountView(owner, origin) : null,
  name: app.name,
  description: app.description,
  external_url: `${origin}/apps/${app.slug}`,
  html_url: `${origin}/apps/${app.slug}`,
  created_at: app.createdAt,
  updated_at: app.createdAt,
  permissions: app.permissions,
  events: app.events,
})

const nodeId = (type: string, id: number): string => Buffer.from(`0:${type}${id}`).toString('base64url')
