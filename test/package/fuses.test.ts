import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Packed, packApplication } from './packed'

let packed: Packed
beforeAll(async () => {
  packed = await packApplication()
})
afterAll(() => packed.remove())

/** As they stand in a binary: the characters 1 and 0. */
const on = '1'.charCodeAt(0)
const off = '0'.charCodeAt(0)

/** The ninth: newer than what this reader has names for. */
const wasmTrapHandlers = 8

test('the packed binary has the fuses of the configuration', async () => {
  const wire = await getCurrentFuseWire(packed.binary)
  const state = (fuse: FuseV1Options) => wire[fuse]
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: off,
    cookieEncryption: on,
    nodeOptions: off,
    inspect: off,
    asarIntegrity: on,
    onlyFromAsar: on,
    ownSnapshot: off,
    filePrivileges: off,
  })
})

test('WebAssembly’s trap handlers stay on', async () => {
  expect(Reflect.get(await getCurrentFuseWire(packed.binary), wasmTrapHandlers)).toBe(on)
})
