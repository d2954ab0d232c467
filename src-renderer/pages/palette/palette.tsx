import { Command } from 'cmdk'
import { Keyboard, Lock, type LucideIcon, Plug, Settings } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog } from '../../components/dialog'
import { ProviderMark } from '../../components/provider-mark'
import { matchCards } from '../../lib/card-groups'
import { paths } from '../../lib/paths'
import { useDebounced } from '../../lib/use-debounced'
import { useConnect } from '../../stores/use-connect'
import { FoundConnections } from './found-connections'
import { PaletteGroup, PaletteItem } from './palette-item'

interface PaletteProps {
  /** What was typed while this was still being loaded. */
  typed: string
  /** What had the focus before. */
  returnTo: Element | null
  onClose(): void
  onShortcuts(): void
}

/** Ctrl/Cmd+K: to any connection, type or page from anywhere. The engine searches; the palette only shows. */
export default function Palette({ typed, returnTo, onClose, onShortcuts }: PaletteProps) {
  const [, navigate] = useLocation()
  const [search, setSearch] = useState(typed)
  const input = useRef<HTMLInputElement>(null)
  const query = useDebounced(search.trim(), 90)
  const cards = useConnect((state) => state.cards) ?? []
  const loadCards = useConnect((state) => state.loadCards)
  const lock = useConnect((state) => state.lock)
  const ownsVault = useConnect((state) => state.ownsVault)
  useEffect(() => void loadCards(), [loadCards])

  const go = (path: string) => {
    onClose()
    navigate(path)
  }
  const actions: [label: string, icon: LucideIcon, run: () => void][] = [
    ['Go to Connect', Plug, () => go(paths.directory)],
    ['Go to Settings', Settings, () => go(paths.settings)],
    ['Keyboard shortcuts', Keyboard, onShortcuts],
    ...(ownsVault ? [['Lock the vault', Lock, () => void lock()] satisfies [string, LucideIcon, () => void]] : []),
  ]
  const matching = actions.filter(([label]) => label.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <Dialog
      title="Search and jump"
      hideTitle
      focus={input}
      returnTo={returnTo}
      onClose={onClose}
      className="top-[12vh] max-w-[560px]"
    >
      <Command shouldFilter={false} loop label="Search and jump" className="flex min-h-0 flex-col">
        <Command.Input
          ref={input}
          value={search}
          onValueChange={setSearch}
          placeholder="Search connections, services and actions"
          className="h-12 shrink-0 border-line border-b bg-transparent px-4 text-section outline-none"
        />
        <Command.List className="max-h-[min(420px,56vh)] scroll-py-2 overflow-y-auto p-2">
          <Command.Empty className="px-3 py-8 text-center text-muted">Nothing matches “{search.trim()}”.</Command.Empty>
          {query !== '' && <FoundConnections query={query} onOpen={(id) => go(paths.connection(id))} />}
          <PaletteGroup title="Services">
            {matchCards(cards, search).map(({ type, name, description }) => (
              <PaletteItem key={type} value={`type-${type}`} onSelect={() => go(paths.type(type))}>
                <ProviderMark type={type} size="small" />
                <span className="font-medium">{name}</span>
                <span className="truncate text-muted">{description}</span>
              </PaletteItem>
            ))}
          </PaletteGroup>
          <PaletteGroup title="Actions">
            {matching.map(([label, Icon, run]) => (
              <PaletteItem key={label} value={label} onSelect={run}>
                <Icon className="mx-1 size-4 shrink-0 text-muted" aria-hidden />
                {label}
              </PaletteItem>
            ))}
          </PaletteGroup>
        </Command.List>
      </Command>
    </Dialog>
  )
}
