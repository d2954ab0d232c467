import type { ConnectionView, DiagnosisLine } from '../../../src-shared/contract/connection'
import { diagnosisWords } from '../../../src-shared/words/en/diagnosis'

interface About {
  input: 'channel' | 'repository'
  label: string
  placeholder: string
}

const abouts: Partial<Record<ConnectionView['type'], About>> = {
  slackApi: { input: 'channel', label: diagnosisWords.channel, placeholder: diagnosisWords.channelExample },
  githubApi: { input: 'repository', label: diagnosisWords.repository, placeholder: diagnosisWords.repositoryExample },
}

/** What else a person can name, so that it is checked too. */
export const aboutOf = (type: ConnectionView['type']): About | undefined => abouts[type]

/** What each line is about. */
export const checkWord: Record<DiagnosisLine['check'], string> = {
  status: diagnosisWords.status,
  secret: diagnosisWords.secret,
  provider: diagnosisWords.provider,
  scopes: diagnosisWords.scopes,
  channel: diagnosisWords.channel,
  repository: diagnosisWords.repository,
  app: diagnosisWords.app,
  owner: diagnosisWords.owner,
}

export function summaryOf(lines: readonly Pick<DiagnosisLine, 'result'>[]): string {
  const count = (wanted: DiagnosisLine['result']) => lines.filter(({ result }) => result === wanted).length
  const problems = count('problem')
  const unknown = count('unknown')
  const found = problems === 0 ? diagnosisWords.noneFound : diagnosisWords.found(problems)
  return unknown === 0 ? found : diagnosisWords.andUnchecked(found, unknown)
}
