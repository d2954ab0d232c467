import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appImageEntry } from '../../src-main/shell/desktop-entry'

/** The values of an entry, with the general escape undone: section "Possible value types". */
function valuesOf(entry: string | undefined): Map<string, string> {
  const lines = (entry ?? '').split('\n').filter((line) => line.includes('='))
  return new Map(
    lines.map((line) => {
      const at = line.indexOf('=')
      return [
        line.slice(0, at),
        line.slice(at + 1).replace(/\\(.)/g, (_all, letter: string) => (letter === '\\' ? '\\' : `?${letter}`)),
      ]
    }),
  )
}

/** The arguments of an Exec value, as a launcher takes it apart, with this link for `%u`. */
function argumentsOf(exec: string, link: string): string[] {
  const parts = exec.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? []
  return parts.map((part) => {
    if (part === '%u') return link
    return (part.startsWith('"') ? part.slice(1, -1).replace(/\\(.)/g, '$1') : part).replaceAll('%%', '%')
  })
}

const link = 'neurocad://connect'
const started = (program: string, options: string[] = []) =>
  argumentsOf(valuesOf(appImageEntry(program, options)).get('Exec') ?? '', link)

describe('the desktop entry of an AppImage', () => {
  test('opens our links and recipes, and is offered as long as the file is there', () => {
    expect(appImageEntry('/home/me/Neurocad Connect.AppImage', ['--demo'])?.split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=Neurocad Connect',
      'TryExec=/home/me/Neurocad Connect.AppImage',
      'Exec="/home/me/Neurocad Connect.AppImage" "--demo" "--" %u',
      'Terminal=false',
      'NoDisplay=true',
      'MimeType=x-scheme-handler/neurocad;application/vnd.neurocad.recipe+json;',
      '',
    ])
  })

  test.each(['/a b', '/a"b', '/a$HOME', '/a`id`', '/a\\b', '/100%', '/%u%%', "/it's", '/a;b&c|d', '/ä'])(
    'starts the very program it was made for: %s',
    (program) => {
      expect(started(program)).toEqual([program, '--', link])
      expect(valuesOf(appImageEntry(program, [])).get('TryExec')).toBe(program)
    },
  )

  test('starts the very program for any path of one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '$', '`', '%', 'u', "'", '~', '#') }), (name) => {
        expect(started(`/${name}`)).toEqual([`/${name}`, '--', link])
      }),
      { numRuns: 500 },
    )
  })

  test('is none for a path that would write lines of its own', () => {
    for (const program of ['/a\nExec=calc', '/a\rb', '/a\tb', '/a\0b', '/a\x7f'])
      expect(appImageEntry(program, [])).toBeUndefined()
  })
})
