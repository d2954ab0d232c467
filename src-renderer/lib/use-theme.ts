import { useSyncExternalStore } from 'react'
import { onThemeChange, storedTheme, type Theme } from './theme'

/** The theme as it is chosen now, also where the palette chose it. */
export const useTheme = (): Theme => useSyncExternalStore(onThemeChange, storedTheme)
