import type { HostFacts } from '../../../src-shared/contract/host'
import { apiAccessWords } from '../../../src-shared/words/en/api-access'
import { callbackWords } from '../../../src-shared/words/en/callbacks'
import { providerAppWords } from '../../../src-shared/words/en/provider-app'
import { securityWords } from '../../../src-shared/words/en/security'
import { settingsWords } from '../../../src-shared/words/en/settings'

/** Where the settings are shown: what does not apply there has no section. */
export interface SettingsPlace {
  desktop: boolean
  owner: boolean
  /** Undefined while they were not read. */
  facts: Pick<HostFacts, 'tray' | 'notifications'> | undefined
  browserNotifies: boolean
}

interface SettingsSection {
  /** Its anchor: `/settings#security`. */
  id: string
  title: string
  /** Rows to leave room for until the settings were read; 0 where it needs none of them. */
  rows: number
  applies(place: SettingsPlace): boolean
}

const always = () => true
const forOwner = ({ owner }: SettingsPlace) => owner

/** Every section, in the order of the page. */
export const settingsSections = [
  { id: 'appearance', title: settingsWords.appearance, rows: 0, applies: always },
  { id: 'security', title: securityWords.title, rows: 6, applies: forOwner },
  { id: 'provider-apps', title: providerAppWords.title, rows: 0, applies: always },
  { id: 'callbacks', title: callbackWords.title, rows: 2, applies: forOwner },
  { id: 'files', title: settingsWords.files, rows: 3, applies: forOwner },
  { id: 'api', title: apiAccessWords.title, rows: 3, applies: forOwner },
  {
    id: 'notifications',
    title: settingsWords.notifications,
    rows: 0,
    applies: ({ desktop, facts, browserNotifies }) => (desktop ? facts?.notifications !== false : browserNotifies),
  },
  {
    id: 'window',
    title: settingsWords.window,
    rows: 1,
    applies: ({ desktop, facts }) => desktop && facts?.tray !== false,
  },
  { id: 'updates', title: settingsWords.updates, rows: 1, applies: ({ desktop }) => desktop },
  { id: 'data', title: settingsWords.data, rows: 1, applies: forOwner },
  { id: 'about', title: settingsWords.about, rows: 0, applies: always },
] as const satisfies readonly SettingsSection[]

export type SectionId = (typeof settingsSections)[number]['id']

export const sectionsAt = (place: SettingsPlace) => settingsSections.filter(({ applies }) => applies(place))
