import { beforeEach, describe, expect, test } from 'vitest'
import { takeHandedOver } from '../../src-main/shell/handed-over'

const link = 'neurocad://connect/slackApi'
const file = '/home/ada/a.neurocad-recipe'
let links: string[][]
let files: string[][]
beforeEach(() => {
  links = []
  files = []
})
const take = (...argv: string[]) =>
  takeHandedOver(argv, {
    links: { receive: (given) => links.push([...given]) },
    files: { receive: async (given) => void files.push([...given]) },
    platform: 'linux',
  })

describe('what a command line hands over', () => {
  test('is a link or a file after --, whatever Chromium adds', () => {
    expect(take('/opt/x', '--', link)).toBe(true)
    expect(take('/opt/x', '--allow-file-access-from-files', '--', file)).toBe(true)
    expect({ links, files }).toEqual({ links: [[link]], files: [[file]] })
  })

  test('is a file alone, as “Open with” gives it', () => {
    expect(take('/opt/x', file)).toBe(true)
    expect(take('/opt/x', '--allow-file-access-from-files', '--demo', file)).toBe(true)
    expect({ links, files }).toEqual({ links: [], files: [[file], [file]] })
  })

  test('is several files together, for whoever refuses them', () => {
    take('/opt/x', '--', file, '/home/ada/b.neurocad-recipe')
    expect(files).toEqual([[file, '/home/ada/b.neurocad-recipe']])
  })

  test('is no file beside anything else: that goes where it is refused as a link', () => {
    take('/opt/x', '--', file, '--inspect')
    take('/opt/x', '--', link, file)
    take('/opt/x', '--', '/home/ada/a.sh')
    expect(files).toEqual([])
    expect(links).toEqual([[file, '--inspect'], [link, file], ['/home/ada/a.sh']])
  })

  test('is nothing where it is a folder’s name, or not the last', () => {
    for (const argv of [
      [],
      [file],
      ['/opt/x'],
      ['/opt/x', '--'],
      ['/opt/x', file, '--'],
      ['/opt/x', '--data', file],
      ['/opt/x', `--data=${file}`],
      ['/opt/x', file, '--hidden'],
      ['/opt/x', 'a.neurocad-recipe'],
      ['/opt/x', link],
    ])
      expect(take(...argv), argv.join(' ')).toBe(false)
    expect({ links, files }).toEqual({ links: [], files: [] })
  })
})
