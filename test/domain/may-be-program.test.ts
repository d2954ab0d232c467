import { expect, test } from 'vitest'
import { mayBeProgram } from '../../src-shared/domain/may-be-program'

test.each([
  ...[
    'setup.exe',
    'SETUP.EXE',
    'a.b.Bat',
    'x.ps1',
    'x.lnk',
    'x.desktop',
    'x.AppImage',
    'x.sh',
    'x.py',
    'x.jar',
    'x.app',
    'x.command',
  ],
  ...['x.dmg', 'x.iso', 'x.html', 'x.svg', 'x.docm', 'x.reg', 'x.hta', 'x.settingcontent-ms', 'x.webloc', 'x.exe.', 'x.exe . '],
])('%s could run something', (name) => {
  expect(mayBeProgram(name)).toBe(true)
})

test.each([
  'part.step',
  'part.STP',
  'symbol.kicad_sym',
  'footprint.kicad_mod',
  'bom.csv',
  'a.pdf',
  'exe',
  'x.exe.txt',
  'README',
  '',
])('%j could not', (name) => {
  expect(mayBeProgram(name)).toBe(false)
})
