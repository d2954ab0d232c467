import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readOperatorFile } from '../../../src-main/host/operator/operator-file'

/** The path of an operator's file that is not there yet, in a folder whose name a shell would take apart. */
async function newPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "connect it's "))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'operator.json')
}

const write = async (path: string, content: string | Uint8Array, mode = 0o600) => {
  await writeFile(path, content)
  await chmod(path, mode)
}

test('a file of this user alone is read as it is', async () => {
  const path = await newPath()
  await write(path, '{ "ü": 1 }\n')
  expect(await readOperatorFile(path)).toEqual({ content: '{ "ü": 1 }\n' })
  await write(path, ' '.repeat(64 * 1024))
  expect(await readOperatorFile(path)).toMatchObject({ content: expect.stringMatching(/^ {65536}$/) })
})

test('no file states nothing', async () => {
  expect(await readOperatorFile(await newPath())).toEqual({ kind: 'absent' })
})

test.each(['0644', '0640', '0620', '0602', '0660', '0700', '0400', '0777'])(
  'mode %s is not read, and the command to run mends it',
  async (mode) => {
    const path = await newPath()
    await write(path, '{"clientSecret":"hush"}', Number.parseInt(mode, 8))
    const reading = await readOperatorFile(path)
    const problem = 'problem' in reading ? reading.problem : ''
    expect(problem).toContain('operator.json')
    expect(problem).toContain(`mode ${mode}`)
    expect(problem).not.toContain('hush')
    execFileSync('sh', ['-c', problem.slice(problem.indexOf('chmod'))])
    expect(await readOperatorFile(path)).toEqual({ content: '{"clientSecret":"hush"}' })
  },
)

test('a file that is too large, is not text, or is no file is not read, and says why', async () => {
  const path = await newPath()
  await write(path, ' '.repeat(64 * 1024 + 1))
  expect(await readOperatorFile(path)).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining('64 KiB') })
  await write(path, Uint8Array.of(0x7b, 0xff, 0x7d))
  expect(await readOperatorFile(path)).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining('UTF-8') })
  await rm(path)
  await mkdir(path)
  expect(await readOperatorFile(path)).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining('not a file') })
})

test('a named pipe in its place holds nothing up', async () => {
  const path = await newPath()
  execFileSync('sh', ['-c', 'mkfifo -m 600 "$0"', path])
  expect(await readOperatorFile(path)).toMatchObject({ kind: 'unreadable' })
})
