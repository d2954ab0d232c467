import { z } from 'zod'

/** Somebody else's words in one line; half a character could not be written down. */
const label = (longest: number) =>
  z
    .string()
    .max(10_000)
    .transform((text) => text.slice(0, longest).replace(/[\p{Cc}\p{Cs}]/gu, ''))

/** What is announced of one file (docs/neurocad-services.md, "The session"). Nothing of it is an address. */
export const Announcement = z.object({
  /** Part of the path it is fetched from, so it may hold nothing that a path gives a meaning to. */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  sender: z.object({ subject: label(200), label: label(200) }),
  recipe: z.object({ id: label(200), name: label(200) }),
  /** As its sender named it: anything at all. */
  name: z.string().max(100_000),
  /** Bytes. */
  size: z.int().nonnegative(),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .transform((hex) => hex.toLowerCase()),
  kind: label(100),
})
export type Announcement = z.infer<typeof Announcement>

export type HeardFrame =
  | { type: 'welcome' | 'ping' | 'pong' }
  | { type: 'delivery'; announcement: Announcement }
  /** An announcement that cannot be read; `id` where it has one that can be answered. */
  | { type: 'unreadable'; id: string | undefined }
  /** Of a later version of the protocol, or nothing at all. */
  | { type: 'unknown' }

export type SaidFrame =
  | { type: 'ping' | 'pong' }
  | { type: 'acknowledge'; id: string }
  | { type: 'refuse'; id: string; code: string; message: string }

export function readFrame(text: string): HeardFrame {
  const frame = parse(text)
  if (frame?.type === 'welcome' || frame?.type === 'ping' || frame?.type === 'pong') return { type: frame.type }
  if (frame?.type !== 'delivery') return { type: 'unknown' }
  const announcement = Announcement.safeParse(frame)
  if (announcement.success) return { type: 'delivery', announcement: announcement.data }
  return { type: 'unreadable', id: Announcement.shape.id.safeParse(frame.id).data }
}

function parse(text: string): { type?: unknown; id?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
