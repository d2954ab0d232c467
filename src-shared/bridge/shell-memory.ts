import { z } from 'zod'
import { ShellSettings } from './engine-message'

/** In device-independent pixels; the origin is the main display's corner, so a display to the left of it has negative ones. */
export const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export type Rectangle = z.infer<typeof Rectangle>

/** Where the window was: its bounds while not maximized, and whether it was. */
export const WindowPlace = z.object({ bounds: Rectangle, maximized: z.boolean() })
export type WindowPlace = z.infer<typeof WindowPlace>

/** What the shell remembers by itself, because it is needed before the vault is unlocked. A damaged part is as if it were not there. */
export const ShellMemory = z
  .object({ place: WindowPlace.nullable().catch(null), settings: ShellSettings.nullable().catch(null) })
  .catch({ place: null, settings: null })
export type ShellMemory = z.infer<typeof ShellMemory>
