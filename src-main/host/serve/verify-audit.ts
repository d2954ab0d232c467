import { createReadStream } from 'node:fs'
import { auditFileWords as words } from '../../../src-shared/words/en/audit-file'
import { ExportCheck } from '../../engine/audit/check-export'
import { StartError } from '../start-error'
import { badOption, usage } from './options'

/** As for a vault that cannot be read. */
const damaged = 6
const unusable = 5
const LINE_FEED = 0x0a
/** Far longer than any event is. */
const LONGEST_LINE = 256 * 1024 * 1024

/** The file that the command line asks to verify; undefined where it asks for something else. Throws `StartError` 2. */
export function auditFileIn(args: readonly string[]): string | undefined {
  if (!args.some((arg) => /^--verify-audit(=|$)/.test(arg))) return undefined
  const [option = '', ...rest] = args
  const file = option.startsWith('--verify-audit=') ? option.slice('--verify-audit='.length) : rest.shift()
  const refuse = (why: string) => new StartError(badOption, `${why} Usage: ${usage}`)
  if (rest.length > 0 || !option.startsWith('--verify-audit')) throw refuse(words.alone)
  if (file === undefined || file === '') throw refuse(words.needsFile)
  return file
}

/**
 * `serve --verify-audit FILE`: checks an exported audit by itself, without a vault or a password. Answers the sentence that says what
 * was found; throws `StartError` 6 with the first line that is wrong, 5 where the file cannot be read.
 */
export async function verifyAudit(file: string): Promise<string> {
  const check = new ExportCheck()
  let number = 0
  for await (const line of lines(file)) {
    number++
    const problem = line.end === 'cut' ? words.noEnd : line.text === undefined ? words.notUtf8 : check.line(line.text)
    if (problem !== undefined) throw new StartError(damaged, words.wrong(number, problem))
  }
  const problem = check.end()
  if (problem !== undefined) throw new StartError(damaged, words.wrong(number + 1, problem))
  return words.whole(check.counts, check.chain)
}

/** A line without its line feed, undefined where it is not UTF-8; or one that the file ends in the middle of. */
interface Line {
  text: string | undefined
  end: 'whole' | 'cut'
}

async function* lines(file: string): AsyncGenerator<Line> {
  let begun: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      let from = 0
      for (let to = chunk.indexOf(LINE_FEED); to !== -1; to = chunk.indexOf(LINE_FEED, from)) {
        yield { text: textOf(Buffer.concat([...begun, chunk.subarray(from, to)])), end: 'whole' }
        begun = []
        length = 0
        from = to + 1
      }
      if (from < chunk.length) begun.push(chunk.subarray(from))
      length += chunk.length - from
      if (length > LONGEST_LINE) throw new RangeError('a line without an end')
    }
  } catch {
    throw new StartError(unusable, words.cannotRead(file))
  }
  if (length > 0) yield { text: undefined, end: 'cut' }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
