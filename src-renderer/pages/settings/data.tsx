import { settingsWords } from '../../../src-shared/words/en/settings'
import { Button } from '../../components/button'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { PathText } from './path-text'

export function Data() {
  const folder = useConnect((state) => state.facts?.dataFolder)
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  const showFolder = useConnect((state) => state.showFolder)
  const show = useAction(() => showFolder('data'))
  return (
    <SettingCard>
      <SettingRow
        title={settingsWords.dataFolder}
        description={settingsWords.dataFolderLead}
        problem={show.problem}
        control={
          desktop && (
            <Button busy={show.busy} onClick={() => void show.run()}>
              {settingsWords.showInFolder}
            </Button>
          )
        }
      >
        {folder !== undefined && <PathText text={folder} />}
      </SettingRow>
    </SettingCard>
  )
}
