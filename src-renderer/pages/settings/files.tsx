import { inboxWords } from '../../../src-shared/words/en/inbox'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { Button } from '../../components/button'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { useAction } from '../../lib/use-action'
import { settingOf } from '../../stores/settings-slice'
import { useConnect } from '../../stores/use-connect'
import { PathText } from './path-text'
import { SelectRow } from './select-row'
import { SwitchRow } from './switch-row'
import { TextRow } from './text-row'
import { useSetting } from './use-setting'

const words = {
  title: settingsWords.receiveFolder,
  say: (folder: string | null) => folder ?? settingsWords.receiveFolderUsual,
}

export function Files() {
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  return (
    <SettingCard>
      <SwitchRow name="receiving" title={inboxWords.receive} description={inboxWords.receiveLead} />
      {desktop ? <ChosenFolder /> : <TypedFolder />}
      <ReceiveLimit />
    </SettingCard>
  )
}

/** In MiB. */
const limits = [16, 64, 256, 1024, 4096, 10_240]

/** One that was chosen over the API stands among them. */
function ReceiveLimit() {
  const chosen = useConnect((state) => settingOf(state, 'receiveLimitMiB'))
  const offered = chosen === undefined || limits.includes(chosen) ? limits : [...limits, chosen].sort((a, b) => a - b)
  return (
    <SelectRow
      name="receiveLimitMiB"
      title={inboxWords.limit}
      description={inboxWords.limitLead}
      choices={offered.map((value) => ({ value, label: inboxWords.limitChoice(value) }))}
    />
  )
}

/** Chosen in a dialog of the system. */
function ChosenFolder() {
  const { value, change, problem } = useSetting('receiveFolder', words)
  const usual = useConnect((state) => state.facts?.usualReceiveFolder)
  const chooseFolder = useConnect((state) => state.chooseFolder)
  const showFolder = useConnect((state) => state.showFolder)
  const choose = useAction(async () => {
    const folder = await chooseFolder()
    if (folder !== null) change(folder)
  })
  const show = useAction(() => showFolder('receive'))
  const path = value ?? usual
  return (
    <SettingRow
      title={words.title}
      description={settingsWords.receiveFolderLead}
      problem={problem ?? choose.problem ?? show.problem}
      control={
        <span className="flex flex-wrap gap-2">
          <Button busy={show.busy} onClick={() => void show.run()}>
            {settingsWords.showInFolder}
          </Button>
          <Button busy={choose.busy} onClick={() => void choose.run()}>
            {settingsWords.choose}
          </Button>
        </span>
      }
    >
      {path !== undefined && <PathText text={path} />}
      {value !== null && value !== undefined && (
        <Button look="quiet" className="-ml-3 self-start" onClick={() => change(null)}>
          {settingsWords.useUsual}
        </Button>
      )}
    </SettingRow>
  )
}

/** A browser hands out no paths, so it is typed. */
function TypedFolder() {
  const usual = useConnect((state) => state.facts?.usualReceiveFolder)
  return (
    <TextRow
      name="receiveFolder"
      words={words}
      description={settingsWords.receiveFolderLead}
      hint={settingsWords.receiveFolderHint}
      placeholder={usual}
    />
  )
}
