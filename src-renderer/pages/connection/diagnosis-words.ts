import type { ConnectionView, DiagnosisLine } from '../../../src-shared/contract/connection'

interface About {
  input: 'channel' | 'repository'
  label: string
  placeholder: string
}

const abouts: Partial<Record<ConnectionView['type'], About>> = {
  slackApi: { input: 'channel', label: 'Channel', placeholder: '#general' },
  githubApi: { input: 'repository', label: 'Repository', placeholder: 'owner/name' },
}

/** What else a person can name, so that it is checked too. */
export const aboutOf = (type: ConnectionView['type']): About | undefined => abouts[type]

/** What each line is about. */
export const checkWord: Record<DiagnosisLine['check'], string> = {
  status: 'Status',
  secret: 'Stored secret',
  provider: 'Provider',
  scopes: 'Permissions',
  channel: 'Channel',
  repository: 'Repository',
  app: 'App',
  owner: 'Owner',
}

export function summaryOf(lines: readonly Pick<DiagnosisLine, 'result'>[]): string {
  const count = (wanted: DiagnosisLine['result']) => lines.filter(({ result }) => result === wanted).length
  const problems = count('problem')
  const unknown = count('unknown')
  const found = problems === 0 ? 'No problem found' : `${problems} ${problems === 1 ? 'problem' : 'problems'} found`
  return unknown === 0 ? found : `${found}, ${unknown} not checked`
}
