import { expect, test } from 'vitest'
import {
  declaredProblems,
  enteredValues,
  isComplete,
  publicValues,
  startingValues,
  valuesOfConnection,
} from '../../src-renderer/lib/declared-values'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { FieldDescription } from '../../src-shared/domain/credential-type'
import { connectionView } from '../fakes/client-data'

const fields: FieldDescription[] = [
  {
    name: 'placement',
    label: 'Where',
    kind: 'choice',
    required: true,
    options: [
      { value: 'header', label: 'Header' },
      { value: 'query', label: 'Query' },
    ],
  },
  { name: 'key', label: 'Key', kind: 'secret', required: true },
  { name: 'pem', label: 'Private key', kind: 'pem', required: false },
  { name: 'origins', label: 'Origins', kind: 'list', required: true },
]

test('a form begins with what is known and the first option, and never with a secret', () => {
  const values = startingValues(fields, { origins: 'https://a.example', key: 'leaked', pem: 'leaked' })
  expect(values).toEqual({ placement: 'header', key: '', pem: '', origins: 'https://a.example' })
})

test('what is kept for another attempt has no secret in it', () => {
  const typed = { placement: 'query', key: 'sk-1', pem: '-----BEGIN', origins: 'https://a.example' }
  expect(publicValues(fields, typed)).toEqual({ placement: 'query', origins: 'https://a.example' })
})

test('empty fields are not sent, and a blank is empty', () => {
  expect(enteredValues(fields, { placement: 'header', key: ' sk-1 ', pem: '  ' })).toEqual({ placement: 'header', key: 'sk-1' })
  expect(isComplete(fields, { placement: 'header', key: ' ', origins: 'https://a.example' })).toBe(false)
  expect(isComplete(fields, { placement: 'header', key: 'k', origins: 'https://a.example' })).toBe(true)
})

test('a reconnect begins with what the connection says of itself', () => {
  const connection: ConnectionView = {
    ...connectionView(0, 0),
    details: { placement: 'query', origins: ['https://a.example', 'https://b.example'] },
  }
  expect(valuesOfConnection(fields, connection)).toEqual({
    placement: 'query',
    origins: 'https://a.example https://b.example',
  })
})

test('a refused field is told apart from one of the same name elsewhere', () => {
  const problem = {
    code: 'INVALID_INPUT',
    sentence: '',
    recovery: 'edit_input' as const,
    data: { fields: [{ path: 'fields.key', message: 'must be there' }] },
  }
  expect(declaredProblems(fields, problem, 'fields.')).toEqual({ key: 'Must be there.' })
  expect(declaredProblems(fields, problem, '')).toEqual({})
})
