import type { Actor } from '../../../src-shared/domain/actor'
import { FakeFolders } from '../../fakes/folders'
import { ada, startEngine, type TestEngine } from '../connection/engine-fixture'

export const downloads = '/home/ada/Downloads'
export const filePassword = 'a password for the file'
export const keyOf = (name: string) => `key-of-${name}-which-nobody-may-see`
const fieldsOf = (name: string) => ({
  key: keyOf(name),
  placement: 'header',
  parameter: 'x-api-key',
  origins: 'https://api.example',
})

/** An engine whose exports go to a folder in memory. */
export async function startWithFolders(): Promise<{ running: TestEngine; folders: FakeFolders }> {
  const folders = new FakeFolders()
  const openSocket = () => ({ send: () => undefined, close: () => undefined })
  const owner: Actor = ada.actor
  const running = await startEngine(undefined, { openSocket, folders, owner, usualFolder: downloads })
  return { running, folders }
}

export async function addKeys(running: TestEngine, names: readonly string[]): Promise<void> {
  for (const name of names)
    await running.engine.useCases.connection.create(ada, { type: 'genericApiKey', name, fields: fieldsOf(name) })
}

export const listed = async (running: TestEngine) => (await running.engine.useCases.connection.list(ada, { limit: 200 })).items

/** The only file there is. */
export function onlyFile(folders: FakeFolders): { name: string; bytes: Uint8Array } {
  const [file, more] = [...folders.contents(downloads)]
  if (file === undefined || more !== undefined) throw new Error('there is not one file')
  return { name: file[0], bytes: file[1] }
}
