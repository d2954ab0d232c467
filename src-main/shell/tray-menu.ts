import type { VaultState } from '../../src-shared/contract/vault'
import { shellWords } from '../../src-shared/words/en/shell'

/** What the engine says of the vault, for the tray, the menus and the badge. */
export interface VaultGlance {
  vault: VaultState
  /** How many connections need their owner; 0 while locked. */
  attention: number
}

export type TrayAction = 'open' | 'attention' | 'lock' | 'quit'

export interface TrayItem {
  label: string
  /** Without one it only tells. */
  action: TrayAction | undefined
}

const states = { locked: shellWords.locked, unlocked: shellWords.unlocked, absent: shellWords.noVault }

/** One line for the tooltip, and for the badge beside it. */
export function trayTooltip(glance: VaultGlance): string {
  return shellWords.tooltip(glance.attention > 0 ? shellWords.needAttention(glance.attention) : states[glance.vault])
}

/** The tray's menu, in groups. A vault that is not open has nothing to lock, and says nothing of what is in it. */
export function trayMenu({ vault, attention }: VaultGlance): TrayItem[][] {
  const open = vault === 'unlocked'
  return [
    [
      { label: states[vault], action: undefined },
      ...(open && attention > 0 ? [{ label: shellWords.needAttention(attention), action: 'attention' as const }] : []),
    ],
    [{ label: shellWords.open, action: 'open' }, ...(open ? [{ label: shellWords.lock, action: 'lock' as const }] : [])],
    [{ label: shellWords.quit, action: 'quit' }],
  ]
}
