import type { Readable, Writable } from 'node:stream'
import { exitCode } from '../../../src-shared/bridge/exit-code'
import { checkWords } from '../../../src-shared/words/en/check'
import { StartError } from '../start-error'

/** Far more than any password, in bytes. */
const MOST_BYTES = 64 * 1024

type Terminal = Readable & { isTTY?: boolean; setRawMode?(raw: boolean): unknown }

/**
 * The password from the terminal without showing it, or from standard input where that is no terminal: all of it, without the line end
 * after it. Never from an argument or the environment, which other programs can read. Throws `StartError` 2 where there is none.
 */
export async function readPassword(input: Terminal, prompts: Writable): Promise<string> {
  const password = input.isTTY && input.setRawMode ? await typed(input, prompts) : await piped(input)
  if (password === '') throw new StartError(exitCode.badOption, checkWords.noPassword)
  return password
}

async function piped(input: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    length += bytes.length
    if (length > MOST_BYTES) throw new StartError(exitCode.badOption, checkWords.passwordTooLong)
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const erasing = new Set(['\u0008', '\u007f'])
/** What a terminal gives when Ctrl-C is pressed in a shell: 128 and the number of SIGINT. */
const INTERRUPTED = 130

function typed(input: Terminal, prompts: Writable): Promise<string> {
  prompts.write(checkWords.password)
  input.setRawMode?.(true)
  input.setEncoding('utf8')
  input.resume()
  return new Promise((resolve, reject) => {
    const characters: string[] = []
    const finish = (settle: () => void) => {
      input.off('data', heard)
      input.off('end', ended)
      input.setRawMode?.(false)
      input.pause()
      prompts.write('\n')
      settle()
    }
    const ended = () => finish(() => resolve(characters.join('')))
    const heard = (text: string) => {
      for (const character of text) {
        if (character === CTRL_C) return finish(() => reject(new StartError(INTERRUPTED, checkWords.noPassword)))
        if (character === '\r' || character === '\n' || character === CTRL_D) return ended()
        if (erasing.has(character)) characters.pop()
        else characters.push(character)
      }
    }
    input.on('data', heard)
    input.once('end', ended)
  })
}
