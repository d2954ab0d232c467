import { Keyboard, Search } from 'lucide-react'
import { frameWords } from '../../../src-shared/words/en/frame'
import { IconButton } from '../../components/icon-button'
import { KeyCap } from '../../components/key-cap'
import { modKey } from '../../lib/platform'
import { useConnect } from '../../stores/use-connect'
import { Brand } from './brand'

interface TitleBarProps {
  onSearch(): void
  onShortcuts(): void
}

/** In Electron this is the window's title bar: it moves the window, and keeps clear of the system's buttons. */
export function TitleBar({ onSearch, onShortcuts }: TitleBarProps) {
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  return (
    <header
      className={`drag-region grid h-11 shrink-0 grid-cols-[auto_1fr_auto] sm:grid-cols-[1fr_minmax(0,420px)_1fr] items-center gap-3 ${desktop ? 'title-bar-inset' : 'px-3'}`}
    >
      <Brand />
      <button
        type="button"
        onClick={onSearch}
        aria-label={frameWords.searchAndJump}
        className="no-drag flex h-7 w-full items-center gap-2 rounded-control border border-line bg-card px-2.5 text-muted transition-colors duration-100 hover:border-line-strong hover:text-ink"
      >
        <Search className="size-3.5 shrink-0" aria-hidden />
        <span className="min-w-0 flex-1 truncate text-left">{frameWords.searchOrJump}</span>
        <span className="hidden gap-1 sm:flex" aria-hidden>
          <KeyCap>{modKey}</KeyCap>
          <KeyCap>K</KeyCap>
        </span>
      </button>
      <div className="flex justify-end">
        <IconButton label={frameWords.shortcuts} onClick={onShortcuts}>
          <Keyboard />
        </IconButton>
      </div>
    </header>
  )
}
