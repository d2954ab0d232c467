import { onTestFinished } from 'vitest'
import { ServiceRefusal } from '../../src-demo/service-refusal'
import type { Content } from '../../src-demo/session-manager/content'
import { type StandaloneSessionManager, startSessionManager } from '../../src-demo/session-manager/standalone'

/** Whose tokens the session manager takes: any `token of <subject>`, for an hour unless said. */
export const tokenOf = (subject: string): string => `token.of.${subject}`

/** A session manager by itself, gone when the test ends. `path`: where it keeps deliveries, if anywhere. */
export async function temporarySessionManager({
  path,
  tokenSeconds = 3600,
}: {
  path?: string
  tokenSeconds?: number
} = {}): Promise<StandaloneSessionManager> {
  const manager = await startSessionManager({
    ...(path === undefined ? {} : { path }),
    async identify(token) {
      const subject = /^token\.of\.(\w+)$/.exec(token ?? '')?.[1]
      if (subject === undefined) throw new ServiceRefusal(401, 'identity_token_invalid', 'Nobody has that token.')
      return { subject, label: subject, expiresAt: Date.now() + tokenSeconds * 1000 }
    },
  })
  onTestFinished(() => manager.close())
  return manager
}

/** A file of any size that takes no memory: the same 64 KiB over and over, of which no two bytes apart by less are alike in a row. */
export function patternContent(size: number): Content {
  const block = Buffer.alloc(
    64 * 1024,
    Uint8Array.from({ length: 251 }, (_, index) => index),
  )
  return {
    size,
    async *open(from) {
      for (let at = from; at < size; ) {
        const start = at % block.length
        const part = block.subarray(start, Math.min(block.length, start + size - at))
        at += part.length
        yield part
      }
    },
  }
}

/** All of it, for files that are small. */
export async function bytesOf(content: Content): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of content.open(0)) parts.push(part)
  return Buffer.concat(parts)
}
