import { Monitor, Moon, Sun } from 'lucide-react'
import { Section } from '../../components/section'
import { Segments } from '../../components/segments'
import { applyTheme, type Theme } from '../../lib/theme'
import { useTheme } from '../../lib/use-theme'

const choices = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

export function Appearance() {
  const theme = useTheme()
  return (
    <Section title="Appearance">
      <Segments aria-label="Theme" value={theme} onValueChange={(chosen) => applyTheme(chosen as Theme)} options={choices} />
    </Section>
  )
}
