import type { ComponentType } from 'react'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { ProblemNotice } from '../../components/problem-notice'
import { SettingSkeleton } from '../../components/setting-row'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { About } from './about'
import { AnchoredSection } from './anchored-section'
import { ApiAccess } from './api-access'
import { Appearance } from './appearance'
import { Callbacks } from './callbacks'
import { Data } from './data'
import { Files } from './files'
import { Notifications } from './notifications'
import { OwnerNotice } from './owner-notice'
import { ProviderApps } from './provider-apps'
import { SectionNav, SectionSelect } from './section-nav'
import { Security } from './security/security'
import type { SectionId } from './settings-sections'
import { TrayAndWindow } from './tray-and-window'
import { Updates } from './updates'
import { useAnchoredSections } from './use-anchored-sections'
import { useOwnSettings } from './use-own-settings'
import { useSettingsSections } from './use-settings-sections'

const bodies: Record<SectionId, ComponentType> = {
  appearance: Appearance,
  security: Security,
  'provider-apps': ProviderApps,
  callbacks: Callbacks,
  files: Files,
  api: ApiAccess,
  notifications: Notifications,
  window: TrayAndWindow,
  updates: Updates,
  data: Data,
  about: About,
}

export default function SettingsPage() {
  useTitle(settingsWords.title)
  useShortcuts({ Escape: useBack(paths.directory) })
  const own = useOwnSettings()
  const sections = useSettingsSections()
  const ids = sections.map(({ id }) => id)
  const anchors = useAnchoredSections(ids, own.ready)
  const nav = { sections, current: anchors.current, onGo: anchors.go }
  return (
    <div className="mx-auto w-full max-w-[960px] px-6 pt-6 pb-16 sm:px-8">
      <header className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-semibold text-title tracking-tight">{settingsWords.title}</h1>
        <SectionSelect {...nav} />
      </header>
      <div className="flex gap-10">
        <SectionNav {...nav} />
        <div className="flex min-w-0 flex-1 flex-col gap-9">
          <OwnerNotice />
          {own.problem !== undefined && <ProblemNotice problem={own.problem} onRetry={own.retry} />}
          {sections.map(({ id, title, rows }) => {
            const Body = bodies[id]
            const waits = rows > 0 && !own.ready
            if (waits && own.problem !== undefined) return null
            return (
              <AnchoredSection key={id} id={id} title={title}>
                {waits ? <SettingSkeleton rows={rows} /> : <Body />}
              </AnchoredSection>
            )
          })}
        </div>
      </div>
    </div>
  )
}
