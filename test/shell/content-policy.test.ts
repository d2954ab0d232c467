import { expect, test } from 'vitest'
import { contentPolicy } from '../../src-main/shell/content-policy'

const directives = new Map(
  contentPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources]
  }),
)

test('the page loads its own files and nothing that is not named', () => {
  expect(directives.get('default-src')).toEqual(["'none'"])
  expect(directives.get('script-src')).toEqual(["'self'"])
  expect(directives.get('style-src')).toEqual(["'self'"])
  expect(directives.get('connect-src')).toEqual(["'self'"])
})

test('the page cannot be framed, rebased or made to send a form elsewhere', () => {
  for (const name of ['frame-ancestors', 'base-uri', 'form-action']) expect(directives.get(name), name).toEqual(["'none'"])
})

test('text in the page never becomes markup or code', () => {
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"])
  expect(directives.get('trusted-types')).toEqual(["'none'"])
})

test('the policy allows no inline code, no evaluation and no other host', () => {
  expect(contentPolicy).not.toMatch(/unsafe|\*|https?:|blob:|wasm|strict-dynamic/)
})
