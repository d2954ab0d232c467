import { expect, test } from 'vitest'
import { checkFields } from '../../../src-main/engine/connection/check-fields'
import type { FieldDescription } from '../../../src-shared/domain/credential-type'

const declared = (kind: FieldDescription['kind']): FieldDescription => ({ name: 'it', label: 'It', kind, required: true })

test.each(['text', 'url', 'list', 'secret', 'pem'] as const)(
  'half a surrogate pair, which no request can carry, is refused by the name of its field: %s',
  (kind) => {
    const entered = { it: 'https://example.org/\ud800' }
    expect(() => checkFields([declared(kind)], entered, 'fields.')).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        data: expect.objectContaining({ fields: [{ path: 'fields.it', message: 'must be whole characters' }] }),
      }),
    )
  },
)

test('what a person enters in any script is kept, trimmed', () => {
  expect(checkFields([declared('text')], { it: ' Ünïcode 連携 🚀 ' })).toEqual({ it: 'Ünïcode 連携 🚀' })
})
