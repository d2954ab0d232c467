import { createContext, type RefObject } from 'react'

/** The element that scrolls the page, for lists that show only the part of themselves that is in sight. */
export const ScrollArea = createContext<RefObject<HTMLElement | null>>({ current: null })
