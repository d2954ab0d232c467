import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Surroundings } from '../../src-main/host/surroundings/surroundings'
import { usualReceiveFolder } from '../../src-main/host/usual-receive-folder'
import { FakeClock } from '../fakes/clock'

const asked = (facts: () => Promise<unknown>, demo = false) => {
  const clock = new FakeClock()
  const surroundings = { facts } as Pick<Surroundings, 'facts'>
  return { clock, folder: usualReceiveFolder(surroundings, { demo, dataFolder: '/data', clock }) }
}
const usual = join(homedir(), 'Downloads')

test('received files go where the system has downloads', async () => {
  expect(await asked(async () => ({ downloads: '/home/ada/Téléchargements' })).folder).toBe('/home/ada/Téléchargements')
})

test('a shell that refuses, or says nothing, does not keep a vault from being opened', async () => {
  expect(await asked(() => Promise.reject(new Error('refused'))).folder).toBe(usual)
  const { clock, folder } = asked(() => new Promise(() => undefined))
  clock.advance(1000)
  expect(await folder).toBe(usual)
})

test('a demo puts nothing among a person’s downloads, and asks nobody', async () => {
  expect(await asked(() => Promise.reject(new Error('not asked')), true).folder).toBe('/data/received')
})
