import type { Visibility } from '../../../src-shared/domain/credential-type'
import type { ConnectionStatus } from '../../../src-shared/domain/status'
import { connectionsWords } from '../../../src-shared/words/en/connections'
import type { ConnectionFilter } from '../../lib/connection-filter'
import { statusLook } from '../../lib/status-look'

export const statusChoices = Object.entries(statusLook).map(([value, { word }]) => ({
  value: value as ConnectionStatus,
  label: word,
}))

export const visibilityChoices: { value: Visibility; label: string }[] = [
  { value: 'private', label: connectionsWords.onlyMine },
  { value: 'org', label: connectionsWords.myOrganisation },
]

/** What narrows, in words, for saying why nothing is shown: `“acme”`, `Slack`, `Error`. */
export function filterWords(filter: ConnectionFilter, typeName: (type: string) => string | undefined): string[] {
  const word = (choices: readonly { value: string; label: string }[], value: string | undefined) =>
    choices.find((choice) => choice.value === value)?.label
  const words = [
    filter.query && connectionsWords.quoted(filter.query),
    filter.type && (typeName(filter.type) ?? filter.type),
    word(statusChoices, filter.status),
    word(visibilityChoices, filter.visibility),
    filter.needs && connectionsWords.needsAttention,
  ]
  return words.filter((part) => part !== undefined).filter((part) => part !== '')
}
