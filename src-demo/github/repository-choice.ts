import type { GitHubAccount } from './directory'
import type { RepositoryChoice } from './installations'

/** What a form says: `all`, or names with commas between. Names that the account does not have are left out. */
export function chosenRepositories(entered: string | null, { repositories }: GitHubAccount): RepositoryChoice {
  if (entered === null || entered === 'all') return 'all'
  const wanted = entered.split(',')
  return repositories.map(({ name }) => name).filter((name) => wanted.includes(name))
}
