import { parseArgs } from 'node:util'
import { terminalWords } from '../../../src-shared/words/en/terminal'
import { StartError } from '../start-error'

export interface ServeOptions {
  demo: boolean
  /** As it was given; undefined for the platform's own place. */
  data: string | undefined
  /** 0 takes a free one. */
  port: number
  open: boolean
  json: boolean
  /** Verifies the vault and ends, in place of serving it. */
  check: boolean
}

export const usage =
  'serve [--demo] [--data DIR] [--port N] [--no-open] [--json] | --check [--demo] [--data DIR] [--json] | --verify-audit FILE'
export const badOption = 2

/** The command line. Throws `StartError` 2 for whatever it does not know, so that a typing error never starts something else. */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean', default: false },
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
      },
    })
    if (values.data === '') throw new TypeError(terminalWords.dataNeedsFolder)
    if (values.check && (values.port !== undefined || values['no-open'])) throw new TypeError(terminalWords.checkServesNothing)
    const { demo, data, json, check } = values
    return { demo, data, port: portFrom(values.port ?? '0'), open: !values['no-open'], json, check }
  } catch (error) {
    const [line = 'unknown option'] = (error instanceof Error ? error.message : '').split('\n')
    throw new StartError(badOption, `${line.replace(/\.?$/, '.')} Usage: ${usage}`)
  }
}

function portFrom(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535) throw new TypeError(terminalWords.portIsNumber)
  return port
}
