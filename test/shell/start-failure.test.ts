import { expect, test } from 'vitest'
import { startFailure } from '../../src-main/shell/start-failure'
import { exitCode } from '../../src-shared/bridge/exit-code'

test('an engine that cannot open its folder says why instead of being started again', () => {
  for (const code of [exitCode.folderInUse, exitCode.folderUnusable, exitCode.unknownFormat, exitCode.demoAndReal])
    expect(startFailure(code), String(code)).toMatch(/\.$/)
})

test('an engine that merely died may be started again', () => {
  for (const code of [0, 1, 137, 139, -1]) expect(startFailure(code), String(code)).toBeUndefined()
})
