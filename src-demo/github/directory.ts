import type { DemoActor } from '../platform'

export interface GitHubRepository {
  id: number
  name: string
  /** `owner/name`. */
  fullName: string
  description: string
}

/** Someone or something that Apps are installed on. Every repository is private: who may read it is the installation's to say. */
export interface GitHubAccount {
  id: number
  login: string
  name: string
  type: 'User' | 'Organization'
  repositories: GitHubRepository[]
}

/** Who there is at the demo's GitHub: a user for each actor, and one organization that all of them are members of. */
export interface GitHubDirectory {
  users: readonly GitHubAccount[]
  organization: GitHubAccount
  /** The user that an actor is, by subject. */
  userOf(subject: string | undefined): GitHubAccount | undefined
  account(login: string): GitHubAccount | undefined
  /** By `owner` and `name` in any case, as GitHub compares them. */
  repository(owner: string, name: string): { account: GitHubAccount; repository: GitHubRepository } | undefined
  /** The accounts whose installations a user sees: their own, then the organization. */
  visibleTo(login: string): GitHubAccount[]
  /** Whether a user may install Apps there. The first actor owns the organization; the others are plain members. */
  administers(login: string, account: GitHubAccount): boolean
}

/** `emulate` numbers users, organizations and repositories in the order of its seed, after two users of its own. */
const firstUserId = 3
const organizationId = 1

/** In each, the last one is left out when "Only select repositories" is chosen. */
const personal = [
  ['sensor-board', 'Schematics of the sensor board'],
  ['enclosure', 'Drawings and tolerances of the enclosure'],
  ['sketches', 'Things not ready to be shown'],
] as const
const shared = [
  ['controller-board', 'Schematics and layout of the controller board'],
  ['firmware', 'Firmware of the controller board'],
  ['handbook', 'How we work'],
] as const

export function gitHubDirectory(actors: readonly DemoActor[]): GitHubDirectory {
  let repositoryId = 0
  const repositories = (login: string, names: typeof personal | typeof shared): GitHubRepository[] =>
    names.map(([name, description]) => ({ id: ++repositoryId, name, fullName: `${login}/${name}`, description }))
  const users = actors.map(({ label }, index): GitHubAccount => {
    const login = loginOf(label)
    return { id: firstUserId + index, login, name: label, type: 'User', repositories: repositories(login, personal) }
  })
  const login = 'larkspur-devices'
  const organization: GitHubAccount = {
    id: organizationId,
    login,
    name: 'Larkspur Devices',
    type: 'Organization',
    repositories: repositories(login, shared),
  }
  const accounts = [...users, organization]
  const account = (wanted: string) => accounts.find((candidate) => same(candidate.login, wanted))
  return {
    users,
    organization,
    userOf: (subject) => users[actors.findIndex((actor) => actor.subject === subject)],
    account,
    repository(owner, name) {
      const found = account(owner)
      const repository = found?.repositories.find((candidate) => same(candidate.name, name))
      return found && repository && { account: found, repository }
    },
    visibleTo: (user) => [...users.filter((candidate) => candidate.login === user), organization],
    administers: (user, { login: at, type }) => (type === 'User' ? user === at : user === users[0]?.login),
  }
}

/** "Ada Lindqvist" is `ada-lindqvist`. */
const loginOf = (label: string): string => label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
