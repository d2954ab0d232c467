import { expect, test } from 'vitest'
import { sizeInWords } from '../../src-renderer/lib/size'

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [148_480, '145.0 KiB'],
  [1024 ** 2, '1.0 MiB'],
  [1024 ** 5, '1024.0 TiB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
