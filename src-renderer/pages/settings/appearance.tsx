import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Section } from '../../components/section'
import { Segments } from '../../components/segments'
import { applyTheme, storedTheme, type Theme } from '../../lib/theme'

const choices = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

export function Appearance() {
  const [theme, setTheme] = useState(storedTheme)
  const choose = (chosen: string) => {
    applyTheme(chosen as Theme)
    setTheme(chosen as Theme)
  }
  return (
    <Section title="Appearance">
      <Segments aria-label="Theme" value={theme} onValueChange={choose} options={choices} />
    </Section>
  )
}
