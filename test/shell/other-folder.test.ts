import { expect, test } from 'vitest'
import { wantsOtherFolder } from '../../src-main/shell/other-folder'

test('a second start that names another folder is told so; one that names the same or none is not', () => {
  expect(wantsOtherFolder({ data: '/b' }, '/a')).toBe(true)
  expect(wantsOtherFolder({ data: '/b' }, undefined)).toBe(true)
  expect(wantsOtherFolder({ data: '/a' }, '/a')).toBe(false)
  for (const told of [{}, { data: undefined }, { data: null }, { data: 7 }, null, undefined, 'x'])
    expect(wantsOtherFolder(told, '/a')).toBe(false)
})
