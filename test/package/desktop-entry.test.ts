import { beforeAll, expect, test } from 'vitest'
import { recipeFile } from '../../src-shared/domain/recipe/recipe-file'
import { desktopEntry } from './packed'

let entry: Map<string, string>
beforeAll(async () => {
  const lines = (await desktopEntry()).split('\n')
  entry = new Map(lines.flatMap((line) => (line.includes('=') ? [[line.replace(/=.*/, ''), line.replace(/^[^=]*=/, '')]] : [])))
})

test('a `neurocad:` link comes to the application', () => {
  expect(entry.get('MimeType')).toContain('x-scheme-handler/neurocad;')
})

test('and so does a recipe', () => {
  expect(entry.get('MimeType')).toContain(`${recipeFile.mimeType};`)
})

test('a link comes after `--`, so that nothing in it is an option, and Chromium keeps its sandbox', () => {
  expect(entry.get('Exec')).toBe('AppRun -- %U')
})

test('the window is found under the entry’s icon', () => {
  expect(entry.get('StartupWMClass')).toBe('neurocad-connect')
  expect(entry.get('Icon')).toBe('neurocad-connect')
})
