import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { outliveReaders } from '../../src-main/shell/standard-streams'

const failure = (code: string) => Object.assign(new Error(`write ${code}`), { code })

test.each(['EPIPE', 'EIO'])('a reader that went away (%s) ends nothing', (code) => {
  const stream = new PassThrough()
  outliveReaders([stream])
  expect(() => stream.emit('error', failure(code))).not.toThrow()
})

test('any other failure of a stream is not hidden', () => {
  const stream = new PassThrough()
  outliveReaders([stream])
  expect(() => stream.emit('error', failure('EBADF'))).toThrow('write EBADF')
})
