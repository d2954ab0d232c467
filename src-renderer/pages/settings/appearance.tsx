import { Monitor, Moon, Sun } from 'lucide-react'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { Segments } from '../../components/segments'
import { SettingCard, SettingRow } from '../../components/setting-row'
import { applyTheme, type Theme, themes } from '../../lib/theme'
import { useTheme } from '../../lib/use-theme'

const looks: Record<Theme, { label: string; icon: typeof Sun }> = {
  system: { label: settingsWords.themeSystem, icon: Monitor },
  light: { label: settingsWords.themeLight, icon: Sun },
  dark: { label: settingsWords.themeDark, icon: Moon },
}
const choices = themes.map((value) => ({ value, ...looks[value] }))

export function Appearance() {
  const theme = useTheme()
  const choose = (chosen: string) => {
    const found = themes.find((one) => one === chosen)
    if (found !== undefined) applyTheme(found)
  }
  return (
    <SettingCard>
      <SettingRow
        group
        title={settingsWords.theme}
        description={settingsWords.themeLead}
        control={(labelled) => <Segments {...labelled} value={theme} onValueChange={choose} options={choices} />}
      />
    </SettingCard>
  )
}
