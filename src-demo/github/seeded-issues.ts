import type { GitHubDirectory } from './directory'

/** An issue that is there from the start. */
interface SeededIssue {
  /** `owner/name`. */
  repository: string
  /** Of the user who opened it. */
  login: string
  title: string
  body: string
}

/** A few issues in the first repository of each account, opened by someone who may see it. */
export function seededIssues({ users, organization }: GitHubDirectory): SeededIssue[] {
  const [owner] = users
  return [...users, organization].flatMap(({ type, login: account, repositories }) => {
    const login = type === 'User' ? account : owner?.login
    const [first] = repositories
    if (login === undefined || first === undefined) return []
    return issues.map((issue) => ({ ...issue, repository: first.fullName, login }))
  })
}

const issues = [
  { title: 'Ripple on the 3.3 V rail above 40 mV', body: 'Seen with the radio sending. C14 looks too small.' },
  { title: 'Add test points for the debug port', body: 'The next revision should have them on the bottom side.' },
]
