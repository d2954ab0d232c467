import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { english } from '../../src-shared/words'
import { choose } from '../../src-shared/words/chosen'
import { commonWords } from '../../src-shared/words/en/common'
import { plural } from '../../src-shared/words/en/forms'
import { speak } from '../../src-shared/words/speak'

const folder = join(import.meta.dirname, '../../src-shared/words/en')

afterEach(() => choose({}))

test('the catalogue that a translator gets has every area that there is', () => {
  const areas = readdirSync(folder).filter((name) => name !== 'forms.ts')
  expect(Object.keys(english)).toHaveLength(areas.length)
})

test.each(Object.entries(english))('the area %s says what the chosen language says', (name, area) => {
  const [entry = ''] = Object.keys(area)
  choose({ [name]: { [entry]: 'said otherwise' } })
  expect(Reflect.get(area, entry)).toBe('said otherwise')
})

test('a language that is spoken is heard at once, also by who holds the area already', () => {
  speak({ ...english, common: { ...english.common, cancel: 'Abbrechen' } })
  expect(commonWords.cancel).toBe('Abbrechen')
})

test('a count is said in its own form, with its digits grouped', () => {
  const forms = { one: '# day', other: '# days' }
  expect([1, 0, 10_000].map((count) => plural(count, forms))).toEqual(['1 day', '0 days', '10,000 days'])
})
