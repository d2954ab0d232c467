import { expect, test } from 'vitest'
import { Subject } from '../../src-shared/domain/identifiers'
import { canSee } from '../../src-shared/domain/visibility'

const ada = { subject: Subject.parse('ada') }
const bob = { subject: Subject.parse('bob') }

test.each([
  ['org', ada, true],
  ['org', bob, true],
  ['private', ada, true],
  ['private', bob, false],
] as const)('a %s connection of Ada is seen as it should be', (visibility, actor, seen) => {
  expect(canSee(actor, { visibility, owner: ada })).toBe(seen)
})
