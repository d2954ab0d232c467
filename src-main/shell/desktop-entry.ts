import { deepLinkScheme } from '../../src-shared/domain/deep-link'
import { recipeFile } from '../../src-shared/domain/recipe/recipe-file'
import { hasControlCharacter } from './control-character'

/** Its file's name in `applications`. Another one than the installed package's, which it would hide. */
export const appImageEntryName = 'neurocad-connect-appimage.desktop'

export const schemeHandlerType = `x-scheme-handler/${deepLinkScheme}`

/** What an AppImage opens. */
export const openedTypes: readonly string[] = [schemeHandlerType, recipeFile.mimeType]

/**
 * The desktop entry through which a system opens our links and files with an AppImage, which nobody installs. What follows `--` is never an
 * option. Undefined for a path that an entry cannot name on one line.
 * Source: Desktop Entry Specification 1.5, "The Exec key" and "Possible value types".
 * @param options of the program, before the `--`
 */
export function appImageEntry(program: string, options: readonly string[]): string | undefined {
  const command = [program, ...options, '--']
  if (command.some(hasControlCharacter)) return undefined
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Neurocad Connect',
    // An AppImage that was deleted is not offered any more.
    `TryExec=${asString(program)}`,
    `Exec=${[...command.map(quotedArgument), '%u'].join(' ')}`,
    'Terminal=false',
    'NoDisplay=true',
    `MimeType=${openedTypes.join(';')};`,
  ]
  return `${lines.join('\n')}\n`
}

/** An argument in quotes with its special characters escaped, a percent sign doubled, and all of it then written as a string. */
function quotedArgument(argument: string): string {
  return asString(`"${argument.replace(/["`$\\]/g, '\\$&')}"`).replaceAll('%', '%%')
}

/** The general escape of a value, which is undone before any other. */
const asString = (text: string) => text.replaceAll('\\', '\\\\')
