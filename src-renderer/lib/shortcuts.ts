import { commonWords } from '../../src-shared/words/en/common'
import { shortcutWords } from '../../src-shared/words/en/shortcuts'
/** The parts of a keyboard event that decide; a DOM event has them all. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Name of a shortcut: `mod+k`, `/`, `?`, `j`, `Enter`, `Escape`. `mod` is Ctrl, or Cmd on a Mac. */
export function shortcutOf(press: KeyPress): string {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const mod = press.ctrlKey || press.metaKey ? 'mod+' : ''
  // Shift is part of `?` and `/` on some layouts already, so only named keys spell it out.
  const shift = press.shiftKey && press.key.length > 1 ? 'shift+' : ''
  return `${mod}${press.altKey ? 'alt+' : ''}${shift}${key}`
}

/** Single letters belong to whoever is typing; shortcuts with Ctrl or Cmd, and Escape, work everywhere. */
export function firesWhileTyping(shortcut: string): boolean {
  return shortcut.startsWith('mod+') || shortcut === 'Escape'
}

/** A dialog keeps the keyboard to itself, but never keeps anyone from locking. */
export function firesOverDialogs(shortcut: string): boolean {
  return shortcut === 'mod+l'
}

export interface ShortcutLine {
  keys: string[]
  what: string
}

/** What `?` shows. */
export function shortcutSheet(mac: boolean): { title: string; lines: ShortcutLine[] }[] {
  const mod = mac ? '⌘' : commonWords.ctrl
  return [
    {
      title: shortcutWords.everywhere,
      lines: [
        { keys: [mod, 'K'], what: shortcutWords.jump },
        { keys: ['/'], what: shortcutWords.search },
        { keys: [mod, 'L'], what: shortcutWords.lock },
        { keys: [mod, ','], what: shortcutWords.settings },
        { keys: [shortcutWords.escape], what: shortcutWords.back },
        { keys: ['F8'], what: shortcutWords.notices },
        { keys: ['?'], what: shortcutWords.sheet },
      ],
    },
    {
      title: shortcutWords.lists,
      lines: [
        { keys: ['J', '↓'], what: shortcutWords.next },
        { keys: ['K', '↑'], what: shortcutWords.previous },
        { keys: [shortcutWords.home], what: shortcutWords.first },
        { keys: [shortcutWords.end], what: shortcutWords.last },
        { keys: [shortcutWords.enter], what: shortcutWords.open },
      ],
    },
    {
      title: shortcutWords.onConnection,
      lines: [
        { keys: ['R'], what: shortcutWords.reconnect },
        { keys: ['T'], what: shortcutWords.test },
        { keys: ['D'], what: shortcutWords.diagnose },
      ],
    },
    {
      title: shortcutWords.onRecipe,
      lines: [
        { keys: ['I'], what: shortcutWords.importRecipe },
        { keys: ['D'], what: shortcutWords.deploy },
        { keys: ['R'], what: shortcutWords.run },
      ],
    },
  ]
}
