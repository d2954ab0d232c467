import { describe, expect, test } from 'vitest'
import { recipePath } from '../../src-main/shell/recipe-path'

const file = '/home/ada/Bugs from Slack.neurocad-recipe'

describe('the path of a recipe', () => {
  test.each([
    ['linux', file, file],
    ['linux', 'file:///home/ada/Bugs%20from%20Slack.neurocad-recipe', file],
    ['linux', 'file://localhost/home/ada/Bugs%20from%20Slack.neurocad-recipe', file],
    ['linux', '/home/ada/LOUD.NEUROCAD-RECIPE', '/home/ada/LOUD.NEUROCAD-RECIPE'],
    ['linux', '/home/ada/é 名.neurocad-recipe', '/home/ada/é 名.neurocad-recipe'],
    ['darwin', file, file],
    ['win32', 'C:\\Users\\ada\\a b.neurocad-recipe', 'C:\\Users\\ada\\a b.neurocad-recipe'],
    ['win32', 'd:/a.neurocad-recipe', 'd:/a.neurocad-recipe'],
    ['win32', '\\\\nas\\team\\a.neurocad-recipe', '\\\\nas\\team\\a.neurocad-recipe'],
  ] as const)('on %s: %s', (platform, argument, path) => {
    expect(recipePath(argument, platform)).toBe(path)
  })

  test.each([
    ['of another ending', 'linux', '/home/ada/a.json'],
    ['whose ending goes on', 'linux', '/home/ada/a.neurocad-recipe.sh'],
    ['without the dot', 'linux', '/home/ada/neurocad-recipe'],
    ['that is a folder’s', 'linux', '/home/ada/a.neurocad-recipe/'],
    ['from where one happens to be', 'linux', 'a.neurocad-recipe'],
    ['that is an option', 'linux', '--data=/a.neurocad-recipe'],
    ['with a line end', 'linux', '/a\n.neurocad-recipe'],
    ['with a NUL', 'linux', '/a\0.neurocad-recipe'],
    ['of another computer', 'linux', 'file://evil.example/a.neurocad-recipe'],
    ['with a hidden separator', 'linux', 'file:///home/a%2Fb.neurocad-recipe'],
    ['with an encoded NUL', 'linux', 'file:///home/a%00.neurocad-recipe'],
    ['that is no address', 'linux', 'file:'],
    ['that is a link', 'linux', 'neurocad://connect/a.neurocad-recipe'],
    ['that is a page', 'linux', 'https://evil.example/a.neurocad-recipe'],
    ['that is an address, where paths are handed over', 'win32', 'file:///C:/a.neurocad-recipe'],
    ['that is an address, where paths are handed over', 'darwin', 'file:///a.neurocad-recipe'],
    ['of no drive', 'win32', '\\a.neurocad-recipe'],
    ['of a device', 'win32', '\\\\.\\pipe\\a.neurocad-recipe'],
    ['that Windows takes as it is', 'win32', '\\\\?\\C:\\a.neurocad-recipe'],
    ['of a stream, from where one happens to be', 'win32', 'C:a.neurocad-recipe'],
    ['that is empty', 'linux', ''],
  ] as const)('is none %s', (_why, platform, argument) => {
    expect(recipePath(argument, platform)).toBeUndefined()
  })
})
