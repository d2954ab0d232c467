import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkArguments } from '../../src-main/shell/link-arguments'
import { type Program, Scheme, type SchemeRegister, schemeArguments } from '../../src-main/shell/scheme'

let registered: [string, string, string[]][]
let holder: string
const register: SchemeRegister = {
  setAsDefaultProtocolClient(...what) {
    registered.push(what)
    return true
  },
  isDefaultProtocolClient: (...what) => registered.some((entry) => JSON.stringify(entry) === JSON.stringify(what)),
  getApplicationNameForProtocol: (url) => (url === 'neurocad://' ? holder : 'wrong'),
}
const installed: Program = { execPath: '/opt/neurocad-connect', argv: ['/opt/neurocad-connect'], isPackaged: true, demo: false }
const link = 'neurocad://connect'

beforeEach(() => {
  registered = []
  holder = ''
})

describe('the registered command', () => {
  test('ends in --, so that a link is never an option', () => {
    expect(schemeArguments(installed)).toEqual(['--'])
    const inDevelopment = { ...installed, isPackaged: false, argv: ['electron', '/home/ada/app', '--demo'], demo: true }
    expect(schemeArguments(inDevelopment)).toEqual(['/home/ada/app', '--demo', '--'])
    for (const program of [installed, inDevelopment])
      expect(linkArguments([program.execPath, ...schemeArguments(program), link])).toEqual([link])
  })

  test('is this program’s own', async () => {
    const scheme = new Scheme(register, installed, undefined)
    await scheme.claim()
    expect(registered).toEqual([['neurocad', '/opt/neurocad-connect', ['--']]])
    expect(await scheme.status()).toEqual({ registered: true, detail: expect.stringContaining('this program') })
  })
})

describe('the demo', () => {
  const demo = () => new Scheme(register, { ...installed, demo: true }, undefined)

  test('takes links where nobody else does', async () => {
    await demo().claim()
    expect(registered).toEqual([['neurocad', '/opt/neurocad-connect', ['--demo', '--']]])
  })

  test('leaves them to the real program', async () => {
    holder = 'Neurocad Connect'
    await demo().claim()
    expect(registered).toEqual([])
  })
})

test('it is said which program opens our links, or that none does', async () => {
  const scheme = new Scheme(register, installed, undefined)
  expect(await scheme.status()).toEqual({ registered: false, detail: expect.stringContaining('no program') })
  holder = 'other.desktop'
  expect(await scheme.status()).toEqual({ registered: false, detail: expect.stringContaining('other.desktop') })
})

describe('an AppImage', () => {
  let dataHome: string
  beforeAll(async () => {
    dataHome = await mkdtemp(join(tmpdir(), 'neurocad-data-home-'))
  })
  afterAll(() => rm(dataHome, { recursive: true }))

  test('registers itself with the desktop, because Electron can only what was installed', async () => {
    let entry = ''
    const run = async (_program: string, [verb, name = '']: readonly string[]) => {
      if (verb === 'default') entry = name
      return `${entry}\n`
    }
    const scheme = new Scheme(register, installed, { program: '/home/me/N.AppImage', dataHome, run })
    expect(await scheme.status()).toMatchObject({ registered: false })
    await scheme.claim()
    expect(registered).toEqual([])
    expect(await scheme.status()).toMatchObject({ registered: true })
  })
})
