import { dirname } from 'node:path'
import type { HostFacts } from '../../../src-shared/contract/host'
import type { KeychainStatus } from '../../../src-shared/contract/vault'
import type { DeliveryId } from '../../../src-shared/domain/identifiers'
import { deliveryWords } from '../../../src-shared/words/en/delivery'
import { hostWords } from '../../../src-shared/words/en/host'
import { callContext } from '../../engine/api/context'
import { EngineError } from '../../engine/error'
import { api, type HostContext, type Program } from './host-context'

const { facts, diagnoseCallback, openFolder, chooseFolder, showDelivery, openDelivery, checkForUpdates, installUpdate } = api.host

/** The program around the engine: what it is, and what it does at the window's wish. */
export const hostProcedures = {
  facts: facts.handler(({ context: { program } }) => factsOf(program)),
  diagnoseCallback: diagnoseCallback.handler(({ context }) => context.program.doctor.examine(callContext(context).actor)),
  openFolder: openFolder.handler(async ({ context, input }) => {
    const folder = input.folder === 'data' ? context.program.dataFolder : await receiveFolder(context)
    await context.program.surroundings.openFolder(folder)
    return { opened: folder }
  }),
  chooseFolder: chooseFolder.handler(async ({ context }) => ({
    folder: await context.program.surroundings.chooseFolder(await receiveFolder(context)),
  })),
  showDelivery: showDelivery.handler(async ({ context, input }) => {
    const file = await receivedFile(context, input.id)
    await context.program.surroundings.showFile(file)
    return { shown: file.path }
  }),
  openDelivery: openDelivery.handler(async ({ context, input }) => {
    const file = await receivedFile(context, input.id)
    await context.program.surroundings.openFile(file)
    return { opened: file.path }
  }),
  checkForUpdates: checkForUpdates.handler(({ context }) => context.program.surroundings.checkForUpdates()),
  installUpdate: installUpdate.handler(({ context }) => context.program.surroundings.installUpdate()),
}

async function factsOf({ surroundings, demo, dataFolder, api }: Program): Promise<HostFacts> {
  const [{ downloads, ...rest }, keychain] = await Promise.all([
    surroundings.facts(),
    surroundings.keychain?.status() ?? noKeychain(),
  ])
  return {
    ...rest,
    kind: surroundings.kind,
    platform: process.platform,
    demo,
    dataFolder,
    usualReceiveFolder: downloads,
    keychain,
    api: api(),
  }
}

const noKeychain = (): KeychainStatus => ({ state: 'unavailable', backend: null, reason: hostWords.noKeychain })

/** Where a delivery's file was placed, and the folder that it must still be in. */
async function receivedFile(context: HostContext, id: DeliveryId): Promise<{ path: string; folder: string }> {
  const { path } = await context.engine.useCases.inbox.get(callContext(context), { id })
  if (path === null) throw new EngineError('NOT_FOUND', {}, deliveryWords.noFile)
  return { path, folder: dirname(path) }
}

/** Where recipes put files. */
async function receiveFolder(context: HostContext): Promise<string> {
  const { receiveFolder: chosen } = await context.engine.useCases.settings.get(callContext(context), undefined)
  return chosen ?? (await context.program.surroundings.facts()).downloads
}
