import type { Hono } from 'hono'
import { z } from 'zod'
import { serviceApi } from '../service-refusal'
import type { AnswerLoss } from './answer-loss'
import type { Asset, AssetStore } from './asset-store'
import type { Idempotency } from './idempotency'
import { extractions, partFiles } from './part-files'
import { bodyOf } from './request-body'
import type { M2mScope, ServiceTokens } from './service-tokens'

const Wanted = z.strictObject({
  /** As makers write them. */
  part: z.string().regex(/^\s*[A-Za-z0-9][A-Za-z0-9 .,/+#_-]{0,63}$/),
  format: z.string().max(40).optional(),
})

interface Parts {
  tokens: ServiceTokens
  assets: AssetStore
  idempotency: Idempotency
  loss: AnswerLoss
}

/** Library and Schematic: files of a part, made by a machine for a person. */
export function extraction({ tokens, assets, idempotency, loss }: Parts): Hono {
  const api = serviceApi()

  const offer = (path: string, scope: M2mScope, made: keyof typeof extractions): void => {
    api.post(path, async (c) => {
      const { subject } = await tokens.machineFor(c, scope)
      const { text, body } = await bodyOf(c, Wanted)
      const answer = await idempotency.once(c, subject, text, async () => {
        const { part, files } = partFiles(extractions[made], body.part, body.format)
        const kept: Asset[] = []
        for (const file of files) kept.push(await assets.add(subject, file))
        return { part, assets: kept }
      })
      return loss.of(made === 'edaSchematic' ? 'schematic' : 'library', c, answer)
    })
  }
  offer('/eda/library', 'eda', 'edaLibrary')
  offer('/eda/schematic', 'eda', 'edaSchematic')
  offer('/mechanical/library', 'mechanical', 'mechanicalLibrary')
  return api
}
