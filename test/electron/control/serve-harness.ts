import { controls } from './controls'
import { type FromHarness, tellHarness } from './harness-channel'

/** Answers the test that started this process: functions that run here, and the stand-in's own controls. */
export function serveHarness(electron: object): void {
  process.on('message', (message: FromHarness) => void answer(electron, message))
}

async function answer(electron: object, message: FromHarness): Promise<void> {
  const { id } = message
  try {
    const value = message.kind === 'evaluate' ? await evaluated(electron, message) : controlled(message)
    tellHarness({ kind: 'answer', id, value })
  } catch (error) {
    tellHarness({ kind: 'failure', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

/** As Playwright's `electronApp.evaluate`: the test's function arrives as its source. */
function evaluated(electron: object, { source, arg }: Extract<FromHarness, { kind: 'evaluate' }>): unknown {
  return new Function('electron', 'arg', `return (${source})(electron, arg)`)(electron, arg)
}

function controlled({ name, args }: Extract<FromHarness, { kind: 'control' }>): unknown {
  const control: unknown = Reflect.get(controls, name)
  if (typeof control !== 'function') throw new Error(`the stand-in has no control ${name}`)
  return Reflect.apply(control, controls, args)
}
