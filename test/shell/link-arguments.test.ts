import { describe, expect, test } from 'vitest'
import { linkArguments } from '../../src-main/shell/link-arguments'

const link = 'neurocad://connect/slackApi'

describe('a link of the command line', () => {
  test('is what follows --, for an installed program and for one in development', () => {
    expect(linkArguments(['/opt/neurocad-connect', '--', link])).toEqual([link])
    expect(linkArguments(['/opt/electron', '/work', '--demo', '--', link])).toEqual([link])
  })

  test('is found behind whatever Chromium put among the arguments of a second instance', () => {
    const argv = [
      '/opt/x',
      '--allow-file-access-from-files',
      '--original-process-start-time=133',
      '--enable-features=A',
      '--',
      link,
    ]
    expect(linkArguments(argv)).toEqual([link])
    expect(linkArguments(['/opt/x', '--', '--original-process-start-time=133', link, '--allow-file-access-from-files'])).toEqual([
      link,
    ])
  })

  test('is none without --, however much an argument looks like one', () => {
    expect(linkArguments(['/opt/x', link])).toEqual([])
    expect(linkArguments(['/opt/x', '--data', link])).toEqual([])
    expect(linkArguments(['/opt/x', link, '--'])).toEqual([])
    expect(linkArguments([])).toEqual([])
  })

  test('is not freed of what a quote in it turned into further arguments', () => {
    expect(linkArguments(['/opt/x', '--', link, '--inspect'])).toEqual([link, '--inspect'])
    expect(linkArguments(['/opt/x', '--', link, '--', link])).toEqual([link, '--', link])
    expect(linkArguments(['/opt/x', '--', link, '--original-process-start-time=1;calc'])).toHaveLength(2)
  })
})
