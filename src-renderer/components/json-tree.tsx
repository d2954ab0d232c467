import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { runWords } from '../../src-shared/words/en/run'
import { Button } from './button'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

interface JsonTreeProps {
  value: Json
  /** The key or place of it in what holds it. */
  name?: string
  /** How deep it lies. */
  depth?: number
}

/** What is shown of one object or list at once. */
const shownAtMost = 100
/** So deep it is open by itself. */
const openTo = 2

/** JSON to read: one line a value, what holds others can be closed. */
export function JsonTree({ value, name, depth = 0 }: JsonTreeProps) {
  if (typeof value === 'object' && value !== null) return <Branch value={value} name={name} depth={depth} />
  return (
    <div className="flex min-w-0 gap-1.5 py-px pl-4.5">
      <Name name={name} />
      <Leaf value={value} />
    </div>
  )
}

function Branch({ value, name, depth }: { value: Json[] | { [key: string]: Json }; name: string | undefined; depth: number }) {
  const [open, setOpen] = useState(depth < openTo)
  const [most, setMost] = useState(shownAtMost)
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  const size = isList ? runWords.items(entries.length) : runWords.keys(entries.length)
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex max-w-full items-center gap-1.5 rounded-[4px] py-px pr-1 text-left hover:bg-hover"
      >
        <ChevronRight
          className={`size-3 shrink-0 text-muted transition-transform duration-100 ${open ? 'rotate-90' : ''}`}
          aria-hidden
        />
        <Name name={name} />
        <span className="text-muted">
          {isList ? '[' : '{'}
          {!open && ` ${size} `}
          {!open && (isList ? ']' : '}')}
        </span>
      </button>
      {open && (
        <div className="border-line border-l pl-2.5 ml-1.5">
          {entries.slice(0, most).map(([key, entry]) => (
            <JsonTree key={key} name={key} value={entry} depth={depth + 1} />
          ))}
          {entries.length > most && (
            <Button look="quiet" className="my-1 h-6 text-small" onClick={() => setMost(most + shownAtMost * 10)}>
              {runWords.moreHere(entries.length - most)}
            </Button>
          )}
        </div>
      )}
      {open && <div className="pl-4.5 text-muted">{isList ? ']' : '}'}</div>}
    </div>
  )
}

function Name({ name }: { name: string | undefined }) {
  return name === undefined ? null : <span className="max-w-64 shrink-0 truncate text-accent-ink">{name}:</span>
}

function Leaf({ value }: { value: string | number | boolean | null }) {
  if (typeof value === 'string') return <span className="min-w-0 whitespace-pre-wrap break-words text-ink">“{value}”</span>
  return <span className={value === null ? 'text-muted italic' : 'text-managed-ink'}>{String(value)}</span>
}
