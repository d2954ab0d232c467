import { useEffect } from 'react'
import type { UpdateStatus } from '../../../src-shared/contract/host'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { Button } from '../../components/button'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { useAction } from '../../lib/use-action'
import { settingOf } from '../../stores/settings-slice'
import { useConnect } from '../../stores/use-connect'
import { SwitchRow } from './switch-row'
import { TextRow } from './text-row'

const feedWords = {
  title: settingsWords.updateFeed,
  say: (feed: string | null) => feed ?? settingsWords.updateFeedHint,
}

export function Updates() {
  const wanted = useConnect((state) => settingOf(state, 'updates'))
  return (
    <SettingCard>
      <SwitchRow name="updates" title={settingsWords.lookForUpdates} description={settingsWords.lookForUpdatesLead} />
      {wanted === true && (
        <>
          <TextRow name="updateFeed" words={feedWords} hint={settingsWords.updateFeedHint} placeholder="https://" />
          <Status />
        </>
      )}
    </SettingCard>
  )
}

const underWay: ReadonlySet<UpdateStatus['state']> = new Set(['checking', 'downloading'])

function Status() {
  const update = useConnect((state) => state.facts?.update)
  const loadFacts = useConnect((state) => state.loadFacts)
  const checkForUpdates = useConnect((state) => state.checkForUpdates)
  const installUpdate = useConnect((state) => state.installUpdate)
  const check = useAction(checkForUpdates)
  const install = useAction(installUpdate)
  const moving = update !== undefined && underWay.has(update.state)

  // Nothing tells of its progress, so it is asked for while there is some.
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => void loadFacts(), 2000)
    return () => clearInterval(timer)
  }, [moving, loadFacts])

  if (update === undefined) return null
  return (
    <SettingRow
      title={settingsWords.updateStatus}
      description={<span role="status">{sentenceOf(update)}</span>}
      problem={check.problem ?? install.problem}
      control={
        update.state === 'ready' ? (
          <Button look="primary" busy={install.busy} onClick={() => void install.run()}>
            {settingsWords.restartToUpdate}
          </Button>
        ) : (
          <Button busy={check.busy || moving} onClick={() => void check.run()}>
            {settingsWords.checkNow}
          </Button>
        )
      }
    />
  )
}

function sentenceOf({ state, version, detail }: UpdateStatus): string {
  switch (state) {
    case 'off':
      return detail ?? settingsWords.updateOff
    case 'none':
      return settingsWords.updateNone
    case 'checking':
      return settingsWords.updateChecking
    case 'downloading':
      return settingsWords.updateDownloading(version ?? settingsWords.aNewVersion)
    case 'ready':
      return settingsWords.updateReady(version ?? settingsWords.aNewVersion)
    case 'failed':
      return detail ?? settingsWords.updateFailed
  }
}
