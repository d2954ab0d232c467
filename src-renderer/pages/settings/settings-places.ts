import { apiAccessWords } from '../../../src-shared/words/en/api-access'
import { callbackWords } from '../../../src-shared/words/en/callbacks'
import { inboxWords } from '../../../src-shared/words/en/inbox'
import { securityWords } from '../../../src-shared/words/en/security'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { paths } from '../../lib/paths'
import type { SectionId } from './settings-sections'

interface Place {
  label: string
  path: string
}

/** What a person may look for by its own name, and the section it stands in. */
const settingsIn: Partial<Record<SectionId, readonly string[]>> = {
  appearance: [settingsWords.theme],
  security: [securityWords.autoLock, securityWords.password],
  callbacks: [callbackWords.doctor],
  files: [settingsWords.receiveFolder, inboxWords.receive, inboxWords.limit],
  api: [apiAccessWords.tokens],
  data: [settingsWords.dataFolder],
  about: [settingsWords.licences],
}

/** Where the palette leads inside the settings, given the sections that apply: each of them, what stands in it, and its pages. */
export function settingsPlaces(sections: readonly { id: SectionId; title: string }[]): Place[] {
  const inSections = sections.flatMap(({ id, title }) =>
    [title, ...(settingsIn[id] ?? [])].map((name) => ({ label: settingsWords.open(name), path: paths.settingsSection(id) })),
  )
  if (!sections.some(({ id }) => id === 'security')) return inSections
  return [
    ...inSections,
    { label: settingsWords.open(securityWords.recovery), path: paths.recovery },
    { label: settingsWords.open(securityWords.keyHealth), path: paths.keyHealth },
  ]
}
