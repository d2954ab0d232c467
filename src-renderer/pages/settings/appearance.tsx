import { Monitor, Moon, Sun } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import { useState } from 'react'
import { Section } from '../../components/section'
import { applyTheme, storedTheme, type Theme } from '../../lib/theme'

const choices = [
  { theme: 'system', label: 'System', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
] as const

export function Appearance() {
  const [theme, setTheme] = useState(storedTheme)
  const choose = (chosen: string) => {
    applyTheme(chosen as Theme)
    setTheme(chosen as Theme)
  }
  return (
    <Section title="Appearance">
      <RadioGroup.Root
        value={theme}
        onValueChange={choose}
        aria-label="Theme"
        className="inline-flex gap-0.5 rounded-card border border-line bg-sunken p-0.5"
      >
        {choices.map(({ theme: value, label, icon: Icon }) => (
          <RadioGroup.Item
            key={value}
            value={value}
            className="inline-flex h-7 items-center gap-1.5 rounded-control border border-transparent px-3 text-muted transition-colors duration-100 hover:text-ink data-[state=checked]:border-line data-[state=checked]:bg-card data-[state=checked]:font-medium data-[state=checked]:text-ink"
          >
            <Icon className="size-3.5" aria-hidden />
            {label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </Section>
  )
}
