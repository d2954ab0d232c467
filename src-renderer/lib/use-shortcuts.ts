import { useEffect, useRef } from 'react'
import { firesOverDialogs, firesWhileTyping, shortcutOf } from './shortcuts'

type Shortcuts = Partial<Record<string, (event: KeyboardEvent) => void>>

/** Page-wide shortcuts while the component is mounted. A dialog keeps the keyboard to itself. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const name = shortcutOf(event)
      const action = latest.current[name]
      if (action === undefined || (dialogOpen() && !firesOverDialogs(name)) || belongsToTarget(name, event.target)) return
      event.preventDefault()
      action(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const dialogOpen = () => document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null

function belongsToTarget(name: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('input, textarea, select, [contenteditable="true"]') !== null) return !firesWhileTyping(name)
  // Enter presses the button or follows the link that has the focus.
  return (name === 'Enter' || name === ' ') && target.closest('button, a, summary, [role="radio"]') !== null
}
