import { expect, test, vi } from 'vitest'
import { warmUp } from '../../../src-main/engine/standby/warm-up'
import { FakeClock } from '../../fakes/clock'

test('the vault that is made up to warm up opens whole, asks nobody, and leaves nothing running', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  const clock = new FakeClock()
  await warmUp(clock)
  expect(clock.nextTimer()).toBeUndefined()
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
})
