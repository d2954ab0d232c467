import { commonWords } from '../../src-shared/words/en/common'
export const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent)

/** How the page names the key that `mod+` stands for. */
export const modKey = isMac ? '⌘' : commonWords.ctrl
