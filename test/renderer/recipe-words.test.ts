import { expect, test } from 'vitest'
import { durationInWords } from '../../src-renderer/lib/duration'
import { grantEnd } from '../../src-renderer/lib/grant-term'
import { templateParts } from '../../src-renderer/lib/template-parts'
import { verdictInWords } from '../../src-renderer/lib/verdict-in-words'
import type { RecipeProblem } from '../../src-shared/domain/recipe/problem'

const problem: RecipeProblem = {
  nodeId: 'say',
  nodeName: 'Say so',
  code: 'CREDENTIAL_MISSING',
  message: 'No connection is selected.',
  recovery: 'select',
}
const missing = { path: 'nodes.0.params.text', nodeId: 'say', message: 'Say so needs text.' }

test('a verdict is how much stops a recipe, and the first of it', () => {
  expect(verdictInWords({ ok: true, problems: [], incomplete: [] })).toBe('Would deploy now')
  expect(verdictInWords({ ok: false, problems: [problem], incomplete: [missing] })).toBe(
    '2 things stop it: Say so: No connection is selected.',
  )
  expect(verdictInWords({ ok: false, problems: [], incomplete: [missing] })).toBe('1 thing stops it: Say so needs text.')
})

test('what is filled in while a recipe runs is told from what stands there', () => {
  expect(templateParts('Filed as {{nodes.file.output.url}}!')).toEqual([
    { text: 'Filed as ', template: false },
    { text: '{{nodes.file.output.url}}', template: true },
    { text: '!', template: false },
  ])
  expect(templateParts('{{ no end')).toEqual([{ text: '{{ no end', template: false }])
  expect(templateParts('')).toEqual([])
})

test.each([
  ['2026-11-28T10:00:00.000Z', '2026-11-28T10:00:00.012Z', '12 ms'],
  ['2026-11-28T10:00:00.000Z', '2026-11-28T10:00:03.400Z', '3.4 s'],
  ['2026-11-28T10:00:00.000Z', '2026-11-28T10:02:05.000Z', '2 min 5 s'],
  // A clock that was set back took no negative time.
  ['2026-11-28T10:00:01.000Z', '2026-11-28T10:00:00.000Z', '0 ms'],
])('from %s to %s is %s', (from, to, words) => {
  expect(durationInWords(from, to)).toBe(words)
})

test('a grant ends when it was said to, or not by itself', () => {
  const now = Date.parse('2026-11-28T10:00:00.000Z')
  expect(grantEnd('week', now)).toBe('2026-12-05T10:00:00.000Z')
  expect(grantEnd('never', now)).toBeNull()
})
