import { expect, test } from 'vitest'
import { createVault } from '../../../../src-main/engine/vault/create-vault'
import { unlockVault } from '../../../../src-main/engine/vault/unlock-vault'
import { anchoredPorts } from '../salvage-fixture'
import { add, cheapKdf, password, remove } from '../vault-fixture'
import { range, tryEach } from './try-each'

const VAULTS = 10
const COPIES = 100

test(`each of ${VAULTS * COPIES} restored copies that are older than what this computer last saw is reported`, async () => {
  await tryEach(range(0, VAULTS), async (seed) => {
    const ports = anchoredPorts()
    const vault = await createVault(ports, { password, demo: false, kdf: cheapKdf })
    const copies = [ports.files.copy()]
    while (copies.length < COPIES) {
      const id = await add(vault, `Connection ${copies.length}`)
      if (copies.length % 40 === seed) {
        await remove(vault, id)
        await vault.settled()
      }
      copies.push(ports.files.copy())
    }
    await add(vault, 'Last')
    await vault.close()
    for (const [index, files] of copies.entries()) {
      const old = await unlockVault({ ...anchoredPorts(files, ports.anchors), clock: ports.clock }, { password, demo: false })
      expect(old.found?.rollback, `copy ${index}`).toMatchObject({ kind: 'older_copy' })
      await old.close()
    }
  })
})
