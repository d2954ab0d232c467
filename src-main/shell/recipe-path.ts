import { posix, win32 } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isRecipeFileName } from '../../src-shared/domain/recipe/recipe-file'
import { hasControlCharacter } from './control-character'

/**
 * The absolute path of the recipe that an argument names; undefined for whatever names none. Linux desktops may write a path as an
 * address of this very computer.
 * Source: Desktop Entry Specification 1.5, "The Exec key", `%u` and `%U`.
 */
export function recipePath(argument: string, platform: NodeJS.Platform): string | undefined {
  const path = platform === 'linux' && argument.startsWith('file:') ? fromAddress(argument) : argument
  if (path === undefined || hasControlCharacter(path) || !isRecipeFileName(path)) return undefined
  return isOfThisComputer(path, platform) ? path : undefined
}

function fromAddress(address: string): string | undefined {
  try {
    return fileURLToPath(address)
  } catch {
    // No address, one of another computer, or one with a separator in a name.
    return undefined
  }
}

/** On Windows from a drive or a shared folder, and from none of the places that are devices. */
function isOfThisComputer(path: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return posix.isAbsolute(path)
  return win32.isAbsolute(path) && /^(?:[A-Za-z]:[\\/]|\\\\[^\\/?.])/.test(path)
}
