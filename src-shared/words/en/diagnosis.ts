import { area } from '../chosen'
import { plural } from './forms'

/** The checklist for when a recipe fails. What its lines say stands in `diagnosis-line`. */
export const diagnosisWords = area('diagnosis', {
  title: 'Diagnosis',
  lead: (provider: string) =>
    `A recipe fails, and you do not see why? This asks ${provider} and checks what usually is the matter.`,
  diagnose: 'Diagnose',
  again: 'Diagnose again',
  asking: (provider: string) => `Asking ${provider}…`,

  inOrder: 'In order',
  problem: 'Problem',
  notChecked: 'Not checked',

  status: 'Status',
  secret: 'Stored secret',
  provider: 'Provider',
  scopes: 'Permissions',
  channel: 'Channel',
  repository: 'Repository',
  app: 'App',
  owner: 'Owner',
  channelExample: '#general',
  repositoryExample: 'owner/name',

  noneFound: 'No problem found',
  found: (count: number) => plural(count, { one: '# problem found', other: '# problems found' }),
  andUnchecked: (found: string, count: number) => `${found}, ${plural(count, { other: '# not checked' })}`,
})
