import { DesktopProgram } from '../drivers/desktop-program'
import type { Program } from '../drivers/driver'

/** What only a desktop has: a computer around it, a native window, an engine in a process of its own. */
export function desktopOf(program: Program): DesktopProgram {
  if (program instanceof DesktopProgram) return program
  throw new Error('This spec is about the desktop.')
}
