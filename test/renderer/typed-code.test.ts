import { expect, test } from 'vitest'
import { typedCodeProblem } from '../../src-renderer/pages/recovery/typed-code'
import { fakeRecoveryCode as code } from '../fakes/client-vault'

test('a code is the same however it is written down', () => {
  expect(typedCodeProblem(code, code)).toBeUndefined()
  expect(typedCodeProblem(code.toLowerCase().replaceAll('-', ' '), code)).toBeUndefined()
  expect(typedCodeProblem(` ${code.replaceAll('-', '').replaceAll('0', 'O').replaceAll('1', 'l')} `, code)).toBeUndefined()
})

test('a mistake is named by its group, without saying what stands there', () => {
  const groups = code.split('-')
  for (const [index, group] of groups.entries()) {
    const wrong = groups.with(index, `${group.slice(0, 3)}${group.endsWith('Z') ? 'Y' : 'Z'}`).join('-')
    const said = typedCodeProblem(wrong, code) ?? ''
    expect(said).toContain(`Group ${index + 1} `)
    expect(said).not.toContain(group)
  }
})

test('what is missing at the end, or too much there, is counted', () => {
  expect(typedCodeProblem(code.slice(0, -2), code)).toBe('2 signs are missing.')
  expect(typedCodeProblem(`${code}7`, code)).toBe('There is 1 sign too many.')
})
