import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import config from '../../electron-builder.config.mjs'
import { root } from '../../scripts/root.mjs'
import { schemeArguments } from '../../src-main/shell/scheme'

/** electron-builder takes this very file along, by its name and place. */
const script = await readFile(join(root, config.directories?.buildResources ?? '', 'installer.nsh'), 'utf8')

/** As Electron writes it at each start, and compares it: each argument in quotes. */
const args = schemeArguments({ argv: [], isPackaged: true, demo: false })
const program = '$INSTDIR\\$' + '{APP_EXECUTABLE_FILENAME}'
const command = [program, ...args, '%1'].map((argument) => `"${argument}"`).join(' ')

test('on Windows links come to the application from its installation on, each after `--`', () => {
  const [scheme] = [config.protocols ?? []].flat().flatMap(({ schemes }) => schemes)
  const key = `SHELL_CONTEXT "Software\\Classes\\${scheme}`
  expect(script).toContain(`WriteRegStr ${key}" "URL Protocol" ""`)
  expect(script).toContain(`WriteRegStr ${key}\\shell\\open\\command" "" '${command}'`)
})

test('and so do recipes, in place of what electron-builder registered for them', () => {
  const [association] = [config.win?.fileAssociations ?? []].flat()
  const key = `SHELL_CONTEXT "Software\\Classes\\${association?.name}\\shell\\open\\command`
  expect(association?.name).toMatch(/^[A-Za-z][A-Za-z.]{0,38}$/)
  const [, installation = ''] = script.split('!macro customInstall')
  expect(installation.split('!macroend')[0]).toContain(`WriteRegStr ${key}" "" '${command}'`)
})

test('a program that was removed leaves no link behind, and takes no other program’s away', () => {
  const [, removal = ''] = script.split('!macro customUnInstall')
  expect(removal.indexOf(`\${If} $0 == '${command}'`)).toBeGreaterThan(0)
  expect(removal.indexOf('DeleteRegKey')).toBeGreaterThan(removal.indexOf(command))
})
