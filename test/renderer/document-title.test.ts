import { expect, test } from 'vitest'
import { documentTitle } from '../../src-renderer/lib/document-title'

test('the title of the tab begins with how many connections need attention, and with nothing when none does', () => {
  expect(documentTitle('Connect', 2)).toBe('(2) Connect · Neurocad Connect')
  expect(documentTitle('Connect', 0)).toBe('Connect · Neurocad Connect')
  expect(documentTitle(undefined, 0)).toBe('Neurocad Connect')
})
