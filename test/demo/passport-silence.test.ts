import { expect, test, vi } from 'vitest'
import { refresh, signIn } from './passport-client'
import { temporaryDemo } from './temporary-demo'

// Alone in its file: the identity provider remarks on the version of Node once, while it loads.
test('the identity provider prints nothing', async () => {
  const said = [
    vi.spyOn(process.stdout, 'write'),
    vi.spyOn(process.stderr, 'write'),
    vi.spyOn(console, 'info').mockReturnValue(),
    vi.spyOn(console, 'warn').mockReturnValue(),
  ]
  const { platform } = await temporaryDemo()
  const { refreshToken } = await signIn(platform)
  expect(await refresh(platform, refreshToken)).toMatchObject({ status: 200 })
  expect(await refresh(platform, 'never-given')).toMatchObject({ error: 'invalid_grant' })
  for (const spy of said) expect(spy).not.toHaveBeenCalled()
})
