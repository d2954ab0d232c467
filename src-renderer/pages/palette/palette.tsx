import { Command } from 'cmdk'
import { Workflow } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { frameWords } from '../../../src-shared/words/en/frame'
import { paletteWords } from '../../../src-shared/words/en/palette'
import { Dialog } from '../../components/dialog'
import { ProviderMark } from '../../components/provider-mark'
import { groupCards, matchCards } from '../../lib/card-groups'
import { matchActions, readCommand } from '../../lib/palette-command'
import { paths } from '../../lib/paths'
import { useDebounced } from '../../lib/use-debounced'
import { verdictInWords } from '../../lib/verdict-in-words'
import { useConnect } from '../../stores/use-connect'
import { FoundConnections } from './found-connections'
import { PaletteGroup, PaletteItem } from './palette-item'
import { useConnectionActions } from './use-connection-actions'
import { useFoundConnections } from './use-found-connections'
import { useFoundRecipes } from './use-found-recipes'
import { usePaletteActions } from './use-palette-actions'

interface PaletteProps {
  /** What was typed while this was still being loaded. */
  typed: string
  /** What had the focus before. */
  returnTo: Element | null
  onClose(): void
  onShortcuts(): void
}

/** From these on the person chooses, and the active item stays theirs until they type again. */
const walkingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End'])

/** Ctrl/Cmd+K: to any connection, type or page from anywhere, and what can be done there. The engine searches; the palette only shows. */
export default function Palette({ typed, returnTo, onClose, onShortcuts }: PaletteProps) {
  const [, navigate] = useLocation()
  const [search, setSearch] = useState(typed)
  const input = useRef<HTMLInputElement>(null)
  const query = useDebounced(search.trim(), 90)
  const cards = useConnect((state) => state.cards) ?? []
  const loadCards = useConnect((state) => state.loadCards)
  useEffect(() => void loadCards(), [loadCards])

  const command = readCommand(query)
  const found = useFoundConnections(command, readCommand(search).query)
  const recipes = useFoundRecipes(command.verb === undefined ? query : '', search.trim())
  const connection = useConnectionActions(onClose)
  const actions = matchActions(usePaletteActions({ cards, onClose, onShortcuts }), search)
  const openType = (type: string) => {
    onClose()
    navigate(paths.type(type))
  }
  const openRecipe = (id: string) => {
    onClose()
    navigate(paths.recipe(id))
  }
  const [active, setActive] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  // The best match is on top, also when it comes last; and where several items go at once, cmdk is left without an active one.
  useLayoutEffect(() => {
    if (moved.current && list.current?.querySelector('[role=option][aria-selected=true]')) return
    setActive(list.current?.querySelector<HTMLElement>('[role=option]')?.dataset.value ?? '')
  })
  const typing = search.trim() !== ''
  const services = typing ? matchCards(cards, search) : groupCards(cards).yours
  const servicesGroup = (
    <PaletteGroup title={paletteWords.services}>
      {services.map(({ type, name, description }) => (
        <PaletteItem key={type} value={`type-${type}`} onSelect={() => openType(type)}>
          <ProviderMark type={type} size="small" />
          <span className="shrink-0 font-medium">{name}</span>
          <span className="truncate text-muted">{description}</span>
        </PaletteItem>
      ))}
    </PaletteGroup>
  )
  return (
    <Dialog
      title={frameWords.searchAndJump}
      hideTitle
      focus={input}
      returnTo={returnTo}
      onClose={onClose}
      className="top-[12vh] max-w-[560px]"
    >
      <Command
        shouldFilter={false}
        loop
        label={frameWords.searchAndJump}
        value={active}
        onValueChange={setActive}
        onKeyDown={({ key }) => {
          if (walkingKeys.has(key)) moved.current = true
        }}
        className="flex min-h-0 flex-col"
      >
        <Command.Input
          ref={input}
          value={search}
          onValueChange={(text) => {
            moved.current = false
            setSearch(text)
          }}
          placeholder={frameWords.searchEverything}
          className="h-12 shrink-0 border-line border-b bg-transparent px-4 text-section outline-none"
        />
        <Command.List
          ref={list}
          label={paletteWords.suggestions}
          onPointerMove={() => {
            moved.current = true
          }}
          className="max-h-[min(420px,56vh)] scroll-py-2 overflow-y-auto p-2"
        >
          <Command.Empty className="px-3 py-8 text-center text-muted">{paletteWords.nothingMatches(search.trim())}</Command.Empty>
          <FoundConnections
            command={command}
            found={found}
            onOpen={connection.open}
            onReconnect={connection.reconnect}
            onTest={connection.test}
          />
          <PaletteGroup title={paletteWords.recipes}>
            {recipes.map(({ id, name, verdict }) => (
              <PaletteItem key={id} value={`recipe-${id}`} onSelect={() => openRecipe(id)}>
                <Workflow className="mx-1 size-4 shrink-0 text-muted" aria-hidden />
                <bdi className="truncate font-medium">{name}</bdi>
                <span className="truncate text-muted">{verdictInWords(verdict)}</span>
              </PaletteItem>
            ))}
          </PaletteGroup>
          {/* With nothing typed the places come first; with a name, what bears it. */}
          {typing && servicesGroup}
          <PaletteGroup title={paletteWords.actions}>
            {actions.map(({ label, icon: Icon, run }) => (
              <PaletteItem key={label} value={label} onSelect={run}>
                <Icon className="mx-1 size-4 shrink-0 text-muted" aria-hidden />
                {label}
              </PaletteItem>
            ))}
          </PaletteGroup>
          {!typing && servicesGroup}
        </Command.List>
      </Command>
    </Dialog>
  )
}
