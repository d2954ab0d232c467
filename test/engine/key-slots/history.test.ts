import { expect, test } from 'vitest'
import { ada } from '../session-fixture'
import { openedJournal } from '../vault/opened-journal'
import { password } from '../vault/vault-fixture'
import { slotEngine } from './slot-fixture'

test('every change of a way in is in the vault’s history, by who made it and without anything that opens', async () => {
  const { engine, files, keychain, logger } = await slotEngine()
  const { keySlot } = engine.useCases
  const { code } = await keySlot.startRecovery(ada, { password })
  await keySlot.confirmRecovery(ada, { code })
  await keySlot.enableDevice(ada, { password })
  const secret = keychain.wrapped.map((bytes) => bytes.toString('base64'))
  await keySlot.enableDevice(ada, { password })
  await keySlot.disableDevice(ada, undefined)
  await keySlot.removeRecovery(ada, { password })
  const journal = await openedJournal(files)
  await keySlot.changePassword(ada, { current: { password }, newPassword: 'another correct horse' })
  expect([...journal.matchAll(/"change":"(\w+)","slot":"(\w+)"/g)].map(([, change, slot]) => `${slot} ${change}`)).toEqual([
    ...['recovery made', 'device made', 'device replaced', 'device removed', 'recovery removed'],
  ])
  expect(journal).toContain('"actor":{"label":"Ada","subject":"ada"}')
  const everything = [
    journal,
    logger.text(),
    ...[...files.contents.values()].map((bytes) => Buffer.from(bytes).toString('latin1')),
  ]
  const plain = code.replaceAll('-', '')
  expect(secret).toHaveLength(1)
  for (const place of everything) for (const each of [code, plain, ...secret]) expect(place.includes(each)).toBe(false)
})
