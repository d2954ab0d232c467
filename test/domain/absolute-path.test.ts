import { expect, test } from 'vitest'
import { isAbsolutePath } from '../../src-shared/domain/absolute-path'

test.each([
  ['/home/ada/Downloads', 'linux', true],
  ['/', 'darwin', true],
  ['Downloads', 'linux', false],
  ['./Downloads', 'linux', false],
  ['~/Downloads', 'linux', false],
  ['C:\\Users\\Ada', 'linux', false],
  ['C:\\Users\\Ada', 'win32', true],
  ['d:/files', 'win32', true],
  ['\\\\server\\share\\files', 'win32', true],
  ['\\Users', 'win32', false],
  ['/Users', 'win32', false],
  ['C:files', 'win32', false],
  ['files', 'win32', false],
])('%j on %s says by itself where it leads: %s', (path, platform, absolute) => {
  expect(isAbsolutePath(path, platform)).toBe(absolute)
})
