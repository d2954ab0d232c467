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
  const mod = mac ? '⌘' : 'Ctrl'
  return [
    {
      title: 'Everywhere',
      lines: [
        { keys: [mod, 'K'], what: 'Search and jump' },
        { keys: ['/'], what: 'Search on this page, or all connections' },
        { keys: [mod, 'L'], what: 'Lock the vault' },
        { keys: ['Esc'], what: 'Back, or close' },
        { keys: ['F8'], what: 'To the notices in the corner' },
        { keys: ['?'], what: 'Show these shortcuts' },
      ],
    },
    {
      title: 'Lists',
      lines: [
        { keys: ['J', '↓'], what: 'Next' },
        { keys: ['K', '↑'], what: 'Previous' },
        { keys: ['Home'], what: 'First' },
        { keys: ['End'], what: 'Last' },
        { keys: ['Enter'], what: 'Open' },
      ],
    },
    {
      title: 'On a connection, or on one that needs attention',
      lines: [
        { keys: ['R'], what: 'Reconnect' },
        { keys: ['T'], what: 'Test, on its page' },
        { keys: ['D'], what: 'Diagnose, on its page' },
      ],
    },
  ]
}
