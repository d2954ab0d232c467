import { describe, expect, test } from 'vitest'
import { sentencesIn } from '../../scripts/sentences.mjs'

const page = (source: string) => sentencesIn(source, 'src-renderer/pages/example.tsx')
const engine = (source: string) => sentencesIn(source, 'src-main/engine/example.ts')

describe('a sentence outside the catalogue is found', () => {
  test('between the tags of a page', () => {
    expect(page('export const A = () => <p>Nothing is connected yet.</p>')).toEqual(['Nothing is connected yet.'])
    expect(page('export const A = (n: number) => <p>{n} left</p>')).toEqual(['left'])
  })

  test('in what a screen reader says', () => {
    expect(page('export const A = () => <button aria-label="remove" />')).toEqual(['remove'])
    expect(page(`export const A = (name: string) => <button title={\`Remove \${name}\`} />`)).toEqual(['Remove …'])
  })

  test('in an expression of a page, one word or many', () => {
    expect(page("export const label = (busy: boolean) => (busy ? 'Waiting' : 'Try again')")).toEqual(['Waiting', 'Try again'])
  })

  test('in a description, an error and a refused field of the engine', () => {
    expect(engine("export const field = { name: 'clientId', label: 'Identifier' }")).toEqual(['Identifier'])
    expect(engine("throw new EngineError('NOT_FOUND', {}, 'There is no such thing.')")).toEqual(['There is no such thing.'])
    expect(engine("throw invalidInput('name', 'must be there')")).toEqual(['must be there'])
  })

  test('about an option of the command line, whatever kind of error says it', () => {
    expect(engine("throw new LaunchError('--data needs a folder.')")).toEqual(['--data needs a folder.'])
    expect(engine("throw new TypeError('--port must be a number')")).toEqual(['--port must be a number'])
  })
})

describe('what is not for people is left alone', () => {
  test('class names, keys, addresses and comparisons of a page', () => {
    const source = `
      const look = 'flex items-center gap-2 hover:bg-hover'
      export const A = (key: string) => (
        <a className="Wide block" href="https://example.com" rel="noopener noreferrer" onKeyDown={() => key === 'Enter'}>{look}</a>
      )`
    expect(page(source)).toEqual([])
  })

  test('the log, errors for developers, queries and types', () => {
    expect(engine("logger.warn('The journal ends early', {})")).toEqual([])
    expect(engine("throw new Error('The page has no root.')")).toEqual([])
    expect(engine("const usage = 'serve [--demo] [--data DIR] [--port N]'")).toEqual([])
    expect(engine("export const query = 'SELECT id FROM connection WHERE name = ?'")).toEqual([])
    expect(engine("type Word = 'Some words of a type'")).toEqual([])
  })
})
