import { password } from '../vault/vault-fixture'
import { type CanaryRun, me } from './canary-run'

const newPassword = 'canary: another correct horse'
const weakPassword = 'qwertyuiop'

/** Every way into the vault is made, used, used wrongly and taken away again; the password is the same afterwards. */
export async function goThroughWaysIn(run: CanaryRun): Promise<void> {
  const { engine, secrets, attempt, keychain } = run
  const { keySlot, upkeep, settings } = engine.useCases
  for (const secret of [newPassword, weakPassword]) secrets.add('vault password', secret)
  const newCode = async (): Promise<string> => {
    // Its own answer is where the code is to be told, and the only place.
    const { code } = await keySlot.startRecovery(me, { password })
    for (const form of [code, code.replaceAll('-', ''), code.toLowerCase()]) secrets.add('recovery code', form)
    return code
  }
  const reopen = async (how: Parameters<typeof engine.unlock>[0]) => {
    await engine.lock()
    await attempt(engine.unlock(how))
    if (engine.state() !== 'unlocked') await engine.unlock({ password })
    run.hearChanges()
  }

  const first = await newCode()
  await attempt(keySlot.confirmRecovery(me, { code: `${first.slice(0, -1)}*` }))
  await attempt(keySlot.confirmRecovery(me, { code: first }))
  const second = await newCode()
  await attempt(keySlot.confirmRecovery(me, { code: first }))
  await attempt(keySlot.confirmRecovery(me, { code: second }))
  for (const recoveryCode of [first, second, `${second}${second}`]) await reopen({ recoveryCode })

  await attempt(keySlot.enableDevice(me, { password: newPassword }))
  await attempt(keySlot.enableDevice(me, { password }))
  await reopen({ device: true })
  keychain.changeKey()
  await reopen({ device: true })
  for (const secret of keychain.wrapped) secrets.add('device secret', secret)
  keychain.forget()
  await reopen({ device: true })

  await attempt(keySlot.changePassword(me, { current: { password }, newPassword: weakPassword }))
  await attempt(keySlot.changePassword(me, { current: { password: newPassword }, newPassword }))
  await attempt(keySlot.changePassword(me, { current: { recoveryCode: second }, newPassword }))
  await attempt(upkeep.drill(me, { password }))
  await attempt(upkeep.drill(me, { password: newPassword }))
  await attempt(keySlot.changePassword(me, { current: { password: newPassword }, newPassword: password }))
  await attempt(settings.update(me, { receiveFolder: '/home/larkspur', passwordEveryHours: 4 }))
  await attempt(settings.get(me, undefined))
  await attempt(keySlot.list(me, undefined))
  await attempt(upkeep.health(me, undefined))
  await attempt(keySlot.disableDevice(me, undefined))
  await attempt(keySlot.removeRecovery(me, { password }))
}
